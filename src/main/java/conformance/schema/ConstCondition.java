package conformance.schema;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The most common {@code if}: a property is present and equals a constant text. It is evaluated
 * without a trial.
 *
 * @param name of the property, interned, as parsed names are
 */
record ConstCondition(String name, JsonNode text) {

  /** The condition, if the schema has this form. */
  static Optional<ConstCondition> of(JsonNode schema) {
    var properties = schema.path("properties");
    if (!names(schema).equals(Set.of("properties", "required")) || properties.size() != 1) {
      return Optional.empty();
    }
    var name = properties.propertyNames().iterator().next();
    var property = properties.get(name);
    var required = schema.get("required");
    return names(property).equals(Set.of("const"))
            && property.get("const").isString()
            && required.size() == 1
            && required.get(0).asString().equals(name)
        ? Optional.of(new ConstCondition(name.intern(), property.get("const")))
        : Optional.empty();
  }

  private static Set<String> names(JsonNode schema) {
    return Set.copyOf(schema.propertyNames());
  }

  /** Both keywords apply to objects only: any other value meets them. */
  boolean isMetBy(JsonNode value) {
    return !value.isObject() || text.equals(value.get(name));
  }
}
