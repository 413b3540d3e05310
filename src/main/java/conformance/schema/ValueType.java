package conformance.schema;

import conformance.relation.Numbers;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The types of JSON values. Many a keyword has nothing left to judge of a value whose type is
 * known.
 */
enum ValueType {
  NULL,
  BOOLEAN,
  /** A number that is written as an integer, and fits 64 bits. */
  INTEGER,
  /** Any other. */
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  static final Set<ValueType> ANY = Set.of(values());

  static ValueType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> STRING;
      case NUMBER -> Numbers.isLong(value) ? INTEGER : NUMBER;
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case BOOLEAN -> BOOLEAN;
      case NULL -> NULL;
      default -> throw new IllegalArgumentException("no value of JSON: " + value.getNodeType());
    };
  }

  /** Whether each of its values certainly meets the keyword {@code type} set to {@code name}. */
  boolean is(String name) {
    return name.equals(name().toLowerCase(Locale.ROOT)) || this == INTEGER && name.equals("number");
  }
}
