package conformance.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says when a schema applies that need not apply always, such as that of {@code then}. */
final class Condition {
  private static final Set<String> WORDED = Set.of("properties", "required");

  private static final String UNWORDED = "the if beside it is met";

  private Condition() {}

  /**
   * The words, with a space before them: {@code " when status is executed"}; none if there is no
   * condition.
   *
   * @param keyword which applies the schema
   * @param name of the property, if the keyword lists properties by name
   * @param beside the schema that has the keyword
   */
  static String of(String keyword, String name, JsonNode beside) {
    return switch (keyword) {
      case "then" -> " when " + words(beside.path("if"));
      case "else" -> " unless " + words(beside.path("if"));
      case "dependentSchemas" -> " when %s is present".formatted(name);
      default -> "";
    };
  }

  private static String words(JsonNode schema) {
    var parts = new ArrayList<String>();
    var required = new HashSet<String>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    for (var property : schema.path("properties").properties()) {
      var value = value(property.getValue());
      if (value.isEmpty()) {
        return UNWORDED;
      }
      var absent = required.remove(property.getKey()) ? "" : " or absent";
      parts.add("%s is %s%s".formatted(property.getKey(), value, absent));
    }
    required.stream().sorted().forEach(name -> parts.add(name + " is present"));
    var all = WORDED.containsAll(schema.propertyNames()) && !parts.isEmpty();
    return all ? String.join(" and ", parts) : UNWORDED;
  }

  /** What {@code const} or {@code enum} allow; empty if the schema says anything else. */
  private static String value(JsonNode schema) {
    if (schema.size() != 1) {
      return "";
    }
    if (schema.has("const")) {
      return text(schema.path("const"));
    }
    return schema
        .path("enum")
        .valueStream()
        .map(Condition::text)
        .collect(Collectors.joining(" or "));
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }
}
