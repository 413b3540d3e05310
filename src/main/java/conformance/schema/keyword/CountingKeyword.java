package conformance.schema.keyword;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import conformance.schema.file.SchemaFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that networknt implements, with what is counted for it.
 *
 * @param assertion empty for a keyword that makes no rule by itself
 */
record CountingKeyword(Keyword keyword, Optional<Assertion> assertion, Counters counters)
    implements Keyword {
  private static final int[] NOTHING = {};

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    var validator = keyword.newValidator(location, value, parent, context);
    return validator == null ? null : new Counting(validator, count(location.toString(), value));
  }

  private Count count(String location, JsonNode value) {
    var rules = counters.ofRules(location);
    var list = counters.ofList(location);
    Count ofRules =
        (evaluation, context, instance) -> {
          if (assertion.isPresent()
              && assertion.get().appliesTo().contains(instance.getNodeType())) {
            evaluation.count(context, rules);
          }
        };
    return switch (getValue()) {
      case "enum" -> ofRules.and(values(value, location, list));
      case "properties", "patternProperties", "dependentSchemas" ->
          properties(value, location, list);
      default -> ofRules;
    };
  }

  /** Counts the documented value that the instance is. */
  private static Count values(JsonNode listed, String location, int list) {
    var indexes = new HashMap<JsonNode, Integer>();
    for (var i = 0; i < listed.size() && list != Counters.NONE; i++) {
      indexes.putIfAbsent(listed.get(i), list + i);
    }
    // Names are judged in a list of errors apart, as if they need not be documented.
    var ofNames = location.endsWith("/propertyNames/enum");
    return (evaluation, context, instance) -> {
      var index = indexes.get(instance);
      if (index != null && ofNames) {
        evaluation.count(index);
      } else if (index != null) {
        evaluation.count(context, new int[] {index});
      }
    };
  }

  /** Counts the documented properties that an object has, and the rules that it has not some. */
  private Count properties(JsonNode schemas, String location, int list) {
    var indexes = new LinkedHashMap<String, int[]>();
    if (list != Counters.NONE) {
      schemas.propertyNames().forEach(name -> indexes.put(name, new int[] {list + indexes.size()}));
    }
    var excluded = new LinkedHashMap<String, int[]>();
    for (var name : schemas.propertyNames()) {
      var rules = counters.ofRules(SchemaFiles.excluded(location, name));
      if (rules.length > 0) {
        excluded.put(name, rules);
      }
    }
    return (evaluation, context, instance) -> {
      if (instance.isObject()) {
        // A property that is there is counted where its schema, false, is judged.
        excluded.forEach(
            (name, rules) -> evaluation.count(context, instance.has(name) ? NOTHING : rules));
        for (var name : instance.propertyNames()) {
          evaluation.count(context, indexes.getOrDefault(name, NOTHING));
        }
      }
    };
  }

  /** What is counted for an instance. */
  @FunctionalInterface
  private interface Count {
    void add(Evaluation evaluation, ExecutionContext context, JsonNode instance);

    default Count and(Count other) {
      return (evaluation, context, instance) -> {
        add(evaluation, context, instance);
        other.add(evaluation, context, instance);
      };
    }
  }

  private record Counting(KeywordValidator validator, Count count) implements KeywordValidator {
    @Override
    public String getKeyword() {
      return validator.getKeyword();
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return validator.getSchemaLocation();
    }

    @Override
    public void preloadSchema() {
      validator.preloadSchema();
    }

    @Override
    public void validate(ExecutionContext context, JsonNode instance, JsonNode root, NodePath at) {
      count.add(Evaluation.of(context), context, instance);
      validator.validate(context, instance, root, at);
    }
  }
}
