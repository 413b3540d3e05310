package conformance.schema.keyword;

import tools.jackson.databind.JsonNode;

/** Names of the types of JSON Schema (2020-12 Core, section 4.2.1) for messages. */
public final class JsonTypes {
  private JsonTypes() {}

  static String withArticle(String type) {
    return switch (type) {
      case "null" -> "null";
      case "integer", "object", "array" -> "an " + type;
      default -> "a " + type;
    };
  }

  /** The value's type with article: {@code an integer}, {@code a number with a fraction}. */
  public static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case NUMBER -> value.canConvertToExactIntegral() ? "an integer" : "a number with a fraction";
      default -> withArticle(value.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
    };
  }
}
