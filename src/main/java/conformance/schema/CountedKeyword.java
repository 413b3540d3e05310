package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
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
    return new Counted(
        validator,
        appliesTo,
        Glance.of(getValue(), value),
        alternatives,
        rulesAt.apply(location.toString()));
  }

  private record Counted(
      KeywordValidator validator,
      Predicate<JsonNode> appliesTo,
      Function<JsonNode, Glance> glance,
      boolean alternatives,
      int[] rules)
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
        switch (glance.apply(value)) {
          case MEETS -> {}
          case FAILS -> context.addError(error(value, at));
          case UNCLEAR -> validator.validate(context, value, root, at);
        }
        return;
      }
      examination.suppose();
      var found = examination.getErrors();
      examination.setErrors(new ArrayList<>());
      try {
        validator.validate(context, value, root, at);
      } finally {
        examination.concluded();
        found.addAll(asOne(examination.getErrors(), value, at));
        examination.setErrors(found);
      }
    }

    /** What is wrong with each alternative is not told: none of them is demanded by itself. */
    private List<Error> asOne(List<Error> errors, JsonNode value, NodePath at) {
      return errors.isEmpty() || getKeyword().equals("propertyNames")
          ? errors
          : List.of(error(value, at));
    }

    private Error error(JsonNode value, NodePath at) {
      return RelationKeyword.error(getKeyword(), getSchemaLocation(), getKeyword(), value, at);
    }
  }
}
