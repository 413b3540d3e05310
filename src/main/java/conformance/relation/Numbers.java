package conformance.relation;

import tools.jackson.databind.JsonNode;

/** Compares numbers of JSON exactly, however they are written. */
final class Numbers {
  private Numbers() {}

  static int compare(JsonNode one, JsonNode other) {
    return one.canConvertToLong()
            && one.isIntegralNumber()
            && other.canConvertToLong()
            && other.isIntegralNumber()
        ? Long.compare(one.longValue(), other.longValue())
        : one.decimalValue().compareTo(other.decimalValue());
  }
}
