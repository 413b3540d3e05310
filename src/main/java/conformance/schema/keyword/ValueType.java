package conformance.schema.keyword;

import conformance.relation.Numbers;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The types of JSON values, by which steps are selected: many keywords apply to few types. */
public enum ValueType {
  NULL,
  BOOLEAN,
  /** A number written as an integer that fits 64 bits. */
  INTEGER,
  /** Any other number. */
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  public static final Set<ValueType> ANY = Set.of(values());

  public static ValueType of(JsonNode value) {
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

  /** Whether all its values meet {@code type: name}. */
  public boolean is(String name) {
    return name.equals(name().toLowerCase(Locale.ROOT)) || this == INTEGER && name.equals("number");
  }
}
