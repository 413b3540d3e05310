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
  /** The keyword says nothing of such values. */
  UNTESTED,
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
      case "type" -> type(demand.asString(""));
      case "const" -> (it, times) -> it.equals(demand) ? MEETS : it.isString() ? FAILS : UNCLEAR;
      case "format" ->
          demand.asString("").equals("date-time") ? Glance::dateTime : of(JsonNode::isString);
      case "pattern" ->
          PlainPattern.of(demand.asString("")).map(Glance::matching).orElse(of(JsonNode::isString));
      case "required" -> required(demand);
      case "minLength" -> notShorter(demand.asInt());
      case "minimum" -> bound(demand, order -> order >= 0);
      case "maximum" -> bound(demand, order -> order <= 0);
      case "exclusiveMinimum" -> bound(demand, order -> order > 0);
      case "exclusiveMaximum" -> bound(demand, order -> order < 0);
      default -> of(Assertion.ALL.get(keyword).appliesTo());
    };
  }

  private static Look of(Predicate<JsonNode> tested) {
    return (it, times) -> tested.test(it) ? UNCLEAR : UNTESTED;
  }

  private static Look type(String type) {
    return switch (type) {
      case "string" -> (it, times) -> it.isString() ? MEETS : UNCLEAR;
      case "integer" -> (it, times) -> Numbers.isLong(it) ? MEETS : UNCLEAR;
      case "object" -> (it, times) -> it.isObject() ? MEETS : UNCLEAR;
      case "array" -> (it, times) -> it.isArray() ? MEETS : UNCLEAR;
      case "boolean" -> (it, times) -> it.isBoolean() ? MEETS : UNCLEAR;
      default -> (it, times) -> UNCLEAR;
    };
  }

  private static Glance dateTime(JsonNode value, Times times) {
    return !value.isString() ? UNTESTED : times.isCommon(value) ? MEETS : UNCLEAR;
  }

  private static Look matching(PlainPattern pattern) {
    return (it, times) ->
        !it.isString() ? UNTESTED : pattern.matches(it.asString()) ? MEETS : UNCLEAR;
  }

  /** A character takes up two chars at most. */
  private static Look notShorter(int length) {
    return (it, times) ->
        !it.isString() ? UNTESTED : it.asString().length() >= 2L * length ? MEETS : UNCLEAR;
  }

  private static Look required(JsonNode demand) {
    var names =
        demand.values().stream().map(JsonNode::asString).map(String::intern).toArray(String[]::new);
    return (it, times) -> {
      if (!it.isObject()) {
        return UNTESTED;
      }
      for (var name : names) {
        if (!it.has(name)) {
          return UNCLEAR;
        }
      }
      return MEETS;
    };
  }

  /** The validator makes a long of a number such as 1e30, and fails. */
  private static Look bound(JsonNode demand, IntPredicate within) {
    return (it, times) ->
        !it.isNumber() ? UNTESTED : within.test(Numbers.compare(it, demand)) ? MEETS : FAILS;
  }
}
