package conformance.relation;

import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a keyword demands of a property and its value at an earlier read. */
@FunctionalInterface
public interface Change {
  /**
   * Compares two values; empty if they are not comparable.
   *
   * @param keywordValue the keyword's value
   * @param before the property at the first read
   * @param after the property at the second read
   */
  Optional<RelationOutcome> compare(JsonNode keywordValue, JsonNode before, JsonNode after);

  static Optional<RelationOutcome> constant(
      JsonNode keywordValue, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      return Optional.empty();
    }
    var same =
        compared(before, after).map(order -> order == 0).orElseGet(() -> before.equals(after));
    return RelationOutcome.of(same, () -> "it does not change by itself");
  }

  static Optional<RelationOutcome> notDecreasing(
      JsonNode keywordValue, JsonNode before, JsonNode after) {
    return compared(before, after)
        .flatMap(order -> RelationOutcome.of(order <= 0, () -> "it went back"));
  }

  static Optional<RelationOutcome> transition(
      JsonNode keywordValue, JsonNode before, JsonNode after) {
    if (!keywordValue.has(before.asString("")) || !keywordValue.has(after.asString(""))) {
      return Optional.empty();
    }
    var moves =
        StreamSupport.stream(keywordValue.path(before.asString()).spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    return RelationOutcome.of(
        before.equals(after) || moves.contains(after.asString()),
        () ->
            moves.isEmpty()
                ? "nothing comes after %s".formatted(before.asString())
                : "after %s comes %s".formatted(before.asString(), String.join(" or ", moves)));
  }

  /** Compares two numbers or two instants; empty for other values. */
  private static Optional<Integer> compared(JsonNode before, JsonNode after) {
    if (before.isNumber() && after.isNumber()) {
      return Optional.of(Numbers.compare(before, after));
    }
    return DateTime.instant(before)
        .flatMap(first -> DateTime.instant(after).map(second -> first.compareTo(second)));
  }
}
