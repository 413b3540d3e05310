package conformance.schema;

import conformance.relation.Numbers;
import conformance.relation.Times;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What can be seen of a value and an assertion at a glance.
 *
 * <p>Nearly all values of a long list are as plain as their rules: they need not be put to the
 * validator. What is unclear is for the validator to judge.
 */
enum Glance {
  MEETS,
  FAILS,
  UNCLEAR;

  /** Looks at a value. */
  @FunctionalInterface
  interface Look {
    Glance at(JsonNode value, Times times);
  }

  /** How a value looks to {@code keyword} when it is set to {@code demand}. */
  static Look of(String keyword, JsonNode demand) {
    return switch (keyword) {
      case "type" -> meets(type(demand.asString("")));
      case "const" -> (it, times) -> it.equals(demand) ? MEETS : it.isString() ? FAILS : UNCLEAR;
      case "format" ->
          demand.asString("").equals("date-time") ? Glance::dateTime : (it, times) -> UNCLEAR;
      case "pattern" ->
          PlainPattern.of(demand.asString(""))
              .map(pattern -> meets(it -> it.isString() && pattern.matches(it.asString())))
              .orElse((it, times) -> UNCLEAR);
      case "required" -> required(demand);
      // A character takes up two chars at most.
      case "minLength" ->
          meets(it -> it.isString() && it.asString().length() >= 2L * demand.asInt());
      case "minimum" -> bound(demand, order -> order >= 0);
      case "maximum" -> bound(demand, order -> order <= 0);
      case "exclusiveMinimum" -> bound(demand, order -> order > 0);
      case "exclusiveMaximum" -> bound(demand, order -> order < 0);
      default -> (it, times) -> UNCLEAR;
    };
  }

  private static Look meets(Predicate<JsonNode> proof) {
    return (it, times) -> proof.test(it) ? MEETS : UNCLEAR;
  }

  private static Look required(JsonNode demand) {
    var names =
        demand.values().stream().map(JsonNode::asString).map(String::intern).toArray(String[]::new);
    return meets(
        it -> {
          for (var name : names) {
            if (!it.has(name)) {
              return false;
            }
          }
          return true;
        });
  }

  /** The validator makes a long of a number such as 1e30, and fails. */
  private static Look bound(JsonNode demand, IntPredicate within) {
    return (it, times) ->
        !it.isNumber() ? UNCLEAR : within.test(Numbers.compare(it, demand)) ? MEETS : FAILS;
  }

  private static Predicate<JsonNode> type(String type) {
    return switch (type) {
      case "string" -> JsonNode::isString;
      case "integer" -> Glance::isLong;
      case "object" -> JsonNode::isObject;
      case "array" -> JsonNode::isArray;
      case "boolean" -> JsonNode::isBoolean;
      default -> it -> false;
    };
  }

  private static Glance dateTime(JsonNode value, Times times) {
    return times.common(value).isPresent() ? MEETS : UNCLEAR;
  }

  private static boolean isLong(JsonNode value) {
    return value.isInt() || value.isLong();
  }
}
