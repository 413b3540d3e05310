package conformance.schema;

import conformance.relation.Numbers;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/**
 * Judges values that are as plain as the keywords they are put to, as nearly all of a long list
 * are. Of other values and keywords the validator has to say whether they fit.
 */
final class Shortcut {
  private Shortcut() {}

  /** What the keyword does with a value of this type, which it applies to. */
  static Step of(KeywordSite site, ValueType type) {
    var demand = site.demand();
    var otherwise = site.validation();
    return switch (site.keyword()) {
      case "type" -> isAlways(demand, type) ? Step.NOTHING : otherwise;
      case "const" -> type == ValueType.STRING ? text(site) : constant(demand, otherwise);
      case "format" -> demand.asString("").equals("date-time") ? dateTime(otherwise) : otherwise;
      case "pattern" ->
          PlainPattern.of(demand.asString(""))
              .map(pattern -> matching(pattern, otherwise))
              .orElse(otherwise);
      case "minLength" -> notShorter(demand.asInt(), otherwise);
      case "minimum" -> bound(site, type, order -> order >= 0);
      case "maximum" -> bound(site, type, order -> order <= 0);
      case "exclusiveMinimum" -> bound(site, type, order -> order > 0);
      case "exclusiveMaximum" -> bound(site, type, order -> order < 0);
      default -> otherwise;
    };
  }

  private static boolean isAlways(JsonNode types, ValueType type) {
    return types.isArray()
        ? types.valueStream().anyMatch(it -> type.is(it.asString()))
        : type.is(types.asString());
  }

  private static Step text(KeywordSite site) {
    var demand = site.demand();
    return (examination, value) -> {
      if (!value.equals(demand)) {
        site.fail(examination, value, site.keyword());
      }
    };
  }

  private static Step constant(JsonNode demand, Step otherwise) {
    return (examination, value) -> {
      if (!value.equals(demand)) {
        otherwise.take(examination, value);
      }
    };
  }

  private static Step dateTime(Step otherwise) {
    return (examination, value) -> {
      if (!examination.times().isCommon(value)) {
        otherwise.take(examination, value);
      }
    };
  }

  private static Step matching(PlainPattern pattern, Step otherwise) {
    return (examination, value) -> {
      if (!pattern.matches(value.asString())) {
        otherwise.take(examination, value);
      }
    };
  }

  /** A character takes up two chars at most. */
  private static Step notShorter(int length, Step otherwise) {
    return (examination, value) -> {
      if (value.asString().length() < 2L * length) {
        otherwise.take(examination, value);
      }
    };
  }

  /** The validator makes a long of a number such as 1e30, and fails. */
  private static Step bound(KeywordSite site, ValueType type, IntPredicate within) {
    var demand = site.demand();
    if (type == ValueType.INTEGER && Numbers.isLong(demand)) {
      return bound(site, demand.longValue(), within);
    }
    return (examination, value) -> {
      if (!within.test(Numbers.compare(value, demand))) {
        site.fail(examination, value, site.keyword());
      }
    };
  }

  private static Step bound(KeywordSite site, long bound, IntPredicate within) {
    if (within.test(Long.compare(Long.MIN_VALUE, bound))
        && within.test(Long.compare(Long.MAX_VALUE, bound))) {
      return Step.NOTHING;
    }
    return (examination, value) -> {
      if (!within.test(Long.compare(value.longValue(), bound))) {
        site.fail(examination, value, site.keyword());
      }
    };
  }
}
