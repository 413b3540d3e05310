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

  private static boolean isLong(JsonNode number) {
    return number.isInt() || number.isLong();
  }
}
