package conformance.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A keyword of the validator that also counts how often it puts a value to the test.
 *
 * @param keyword the validator's own keyword, which judges
 * @param appliesTo the values that it puts to the test
 * @param alternatives whether the schemas below it demand nothing by themselves
 * @param rulesAt the numbers of the rules at a schema location
 */
record CountedKeyword(
    Keyword keyword,
    Predicate<JsonNode> appliesTo,
    boolean alternatives,
    Function<String, int[]> rulesAt)
    implements Keyword {

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    var validator = keyword.newValidator(location, value, parent, context);
    return new Counted(validator, appliesTo, alternatives, rulesAt.apply(location.toString()));
  }

  private record Counted(
      KeywordValidator validator, Predicate<JsonNode> appliesTo, boolean alternatives, int[] rules)
      implements KeywordValidator {

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
    public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
      var examination = (Examination) context;
      if (rules.length > 0 && appliesTo.test(value)) {
        examination.examined(rules);
      }
      if (!alternatives) {
        validator.validate(context, value, root, at);
        return;
      }
      examination.suppose();
      try {
        validator.validate(context, value, root, at);
      } finally {
        examination.concluded();
      }
    }
  }
}
