package conformance.schema.keyword;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that is one rule, whatever it consists of: networknt reports each error of each
 * alternative, and of each name.
 */
record SingleErrorKeyword(Keyword keyword) implements Keyword {
  static final Set<String> NAMES = Set.of("anyOf", "oneOf", "propertyNames");

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    return new SingleError(keyword.newValidator(location, value, parent, context));
  }

  private record SingleError(KeywordValidator validator) implements KeywordValidator {
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
      var errors = context.getErrors();
      var before = errors.size();
      validator.validate(context, instance, root, at);
      if (errors.size() > before) {
        var those = errors.subList(before, errors.size());
        var names = names(those);
        those.clear();
        names.forEach(name -> context.addError(error(name, instance, at)));
      }
    }

    /** The names that are wrong; null for the instance itself. */
    private Set<String> names(List<Error> errors) {
      var names = new LinkedHashSet<String>();
      errors.forEach(
          error -> names.add(getKeyword().equals("propertyNames") ? error.getProperty() : null));
      return names;
    }

    private Error error(String name, JsonNode instance, NodePath at) {
      return Error.builder()
          .keyword(getKeyword())
          .property(name)
          .instanceNode(instance)
          .instanceLocation(at)
          .schemaLocation(getSchemaLocation())
          .build();
    }
  }
}
