package conformance.schema.keyword;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import conformance.relation.Relation;
import conformance.schema.keyword.Assertion.Meaning.Related;
import tools.jackson.databind.JsonNode;

/** A keyword of ours about a value, its siblings and the time of the response. */
record RelationKeyword(Assertion assertion, Related meaning, Counters counters) implements Keyword {
  @Override
  public String getValue() {
    return assertion.keyword();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
    return new Comparing(
        assertion,
        location,
        meaning.relation().apply(value),
        counters.ofRules(location.toString()));
  }

  private record Comparing(
      Assertion assertion, SchemaLocation location, Relation relation, int[] rules)
      implements KeywordValidator {
    @Override
    public String getKeyword() {
      return assertion.keyword();
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return location;
    }

    /** Counts only values that can be compared. */
    @Override
    public void validate(ExecutionContext context, JsonNode instance, JsonNode root, NodePath at) {
      if (!assertion.appliesTo().contains(instance.getNodeType())) {
        return;
      }
      var evaluation = Evaluation.of(context);
      var outcome = relation.compare(instance, parent(root, at), evaluation.now());
      if (outcome.isPresent()) {
        evaluation.count(context, rules);
        outcome.get().reason().ifPresent(reason -> context.addError(error(instance, at, reason)));
      }
    }

    /** The object or array that contains the value at a location. */
    private static JsonNode parent(JsonNode root, NodePath at) {
      var node = root;
      for (var i = 0; i < at.getNameCount() - 1; i++) {
        node =
            at.getElement(i) instanceof Integer index
                ? node.path(index)
                : node.path(at.getElement(i).toString());
      }
      return node;
    }

    private Error error(JsonNode instance, NodePath at, String reason) {
      return Error.builder()
          .keyword(getKeyword())
          .instanceNode(instance)
          .instanceLocation(at)
          .schemaLocation(location)
          .messageSupplier(() -> reason)
          .build();
    }
  }
}
