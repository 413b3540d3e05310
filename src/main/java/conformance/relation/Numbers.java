package conformance.relation;

import tools.jackson.databind.JsonNode;

/** Compares JSON numbers exactly, however they are written. */
public final class Numbers {
  private Numbers() {}

  /** Compares two number nodes, as a comparator does. */
  public static int compare(JsonNode one, JsonNode other) {
    return isLong(one) && isLong(other)
        ? Long.compare(one.longValue(), other.longValue())
        : one.decimalValue().compareTo(other.decimalValue());
  }

  /** Whether the value is written as an integer that fits 64 bits. */
  public static boolean isLong(JsonNode value) {
    return value.isInt() || value.isLong();
  }
}
