package conformance.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The keyword {@code enum}, which also notes the values that it sees.
 *
 * @param keyword the one that judges
 */
record EnumKeyword(Keyword keyword) implements Keyword {

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    var documented = new HashSet<JsonNode>();
    value.forEach(documented::add);
    return new Seeing(
        keyword.newValidator(location, value, parent, context), location.toString(), documented);
  }

  private record Seeing(KeywordValidator validator, String location, Set<JsonNode> documented)
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
    public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath at) {
      ((Examination) context).see(location, documented, value);
      validator.validate(context, value, root, at);
    }
  }
}
