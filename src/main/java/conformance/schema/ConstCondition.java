package conformance.schema;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The condition that most are: that a property is there, and is a certain text. To see whether a
 * value meets it takes no trial.
 *
 * @param name of the property, interned, as the names that are read are
 */
record PlainCondition(String name, JsonNode text) {

  /** The condition that a schema is, if it is one of these. */
  static Optional<PlainCondition> of(JsonNode schema) {
    var properties = schema.path("properties");
    if (!names(schema).equals(Set.of("properties", "required")) || properties.size() != 1) {
      return Optional.empty();
    }
    var name = properties.propertyNames().iterator().next();
    var demanded = properties.get(name);
    var required = schema.get("required");
    return names(demanded).equals(Set.of("const"))
            && demanded.get("const").isString()
            && required.size() == 1
            && required.get(0).asString().equals(name)
        ? Optional.of(new PlainCondition(name.intern(), demanded.get("const")))
        : Optional.empty();
  }

  private static Set<String> names(JsonNode schema) {
    return Set.copyOf(schema.propertyNames());
  }

  /** Both keywords are about objects only: any other value meets them. */
  boolean isMetBy(JsonNode value) {
    return !value.isObject() || text.equals(value.get(name));
  }
}
