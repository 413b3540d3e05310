package conformance.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The keyword {@code properties}, which lets the keywords below it find the object they are in, and
 * notes the properties that it sees.
 *
 * @param keyword the validator's own
 */
record EnteringKeyword(Keyword keyword) implements Keyword {

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    return new Entering(
        keyword.newValidator(location, value, parent, context),
        location.toString(),
        List.copyOf(value.propertyNames()));
  }

  private record Entering(KeywordValidator validator, String location, List<String> documented)
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
      examination.meet(location, documented, value);
      var around = examination.enter(value);
      try {
        validator.validate(context, value, root, at);
      } finally {
        examination.enter(around);
      }
    }
  }
}
