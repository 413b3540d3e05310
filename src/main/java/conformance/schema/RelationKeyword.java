package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import conformance.relation.Relation;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A relation as a keyword of the validator. It counts only what could really be compared.
 *
 * @param relation the meaning
 * @param rulesAt the numbers of the rules at a schema location
 */
record RelationKeyword(Relation relation, Function<String, int[]> rulesAt) implements Keyword {

  @Override
  public String getValue() {
    return relation.keyword();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode demand, Schema parent, SchemaContext context) {
    var rules = rulesAt.apply(location.toString());
    var comparison = relation.comparison().apply(demand);
    return new AbstractKeywordValidator(this, demand, location) {
      @Override
      public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
        var examination = (Examination) context;
        var judgement = comparison.judge(value, examination.object(), examination.now());
        if (judgement.isPresent()) {
          examination.examined(rules);
          judgement
              .get()
              .fault()
              .ifPresent(it -> context.addError(error(getValue(), location, it, value, at)));
        }
      }
    };
  }

  /**
   * An error of a keyword of ours; {@code reason} is a pattern to the validator, so it is quoted.
   */
  static Error error(
      String keyword, SchemaLocation location, String reason, JsonNode value, NodePath at) {
    return Error.builder()
        .keyword(keyword)
        .instanceNode(value)
        .instanceLocation(at)
        .schemaLocation(location)
        .message(reason.replace("'", "''").replace("{", "'{'"))
        .build();
  }
}
