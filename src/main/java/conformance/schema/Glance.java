package conformance.schema;

import conformance.relation.Instants;
import conformance.relation.Numbers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

  /** How a value looks to {@code keyword} when it is set to {@code demand}. */
  static Function<JsonNode, Glance> of(String keyword, JsonNode demand) {
    return switch (keyword) {
      case "type" -> meets(type(demand.asString("")));
      case "enum" -> listed(demand.values());
      case "const" -> listed(List.of(demand));
      case "format" ->
          meets(demand.asString("").equals("date-time") ? Glance::dateTime : it -> false);
      // A character takes up two chars at most.
      case "minLength" ->
          meets(it -> it.isString() && it.asString().length() >= 2L * demand.asInt());
      case "minimum" -> bound(demand, order -> order >= 0);
      case "maximum" -> bound(demand, order -> order <= 0);
      case "exclusiveMinimum" -> bound(demand, order -> order > 0);
      case "exclusiveMaximum" -> bound(demand, order -> order < 0);
      default -> it -> UNCLEAR;
    };
  }

  private static Function<JsonNode, Glance> meets(Predicate<JsonNode> proof) {
    return it -> proof.test(it) ? MEETS : UNCLEAR;
  }

  /** The validator makes a long of a number such as 1e30, and fails. */
  private static Function<JsonNode, Glance> bound(JsonNode demand, IntPredicate within) {
    return it ->
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

  /** Two texts are the same or not; of two numbers that look different that is not so clear. */
  private static Function<JsonNode, Glance> listed(Collection<JsonNode> demanded) {
    var listed = Set.copyOf(demanded);
    return it -> listed.contains(it) ? MEETS : it.isString() ? FAILS : UNCLEAR;
  }

  private static boolean dateTime(JsonNode value) {
    return value.isString() && Instants.ofCommon(value.asString()).isPresent();
  }

  private static boolean isLong(JsonNode value) {
    return value.isInt() || value.isLong();
  }
}
