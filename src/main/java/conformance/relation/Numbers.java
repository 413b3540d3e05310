package conformance.relation;

import tools.jackson.databind.JsonNode;

/** Compares numbers of JSON exactly, however they are written. */
public final class Numbers {
  private Numbers() {}

  /** The order of two nodes that are numbers. */
  public static int compare(JsonNode one, JsonNode other) {
    return isLong(one) && isLong(other)
        ? Long.compare(one.longValue(), other.longValue())
        : one.decimalValue().compareTo(other.decimalValue());
  }

  /** Whether it is written as an integer that fits 64 bits. */
  public static boolean isLong(JsonNode value) {
    return value.isInt() || value.isLong();
  }
}
