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
    var keywordValue = site.keywordValue();
    var otherwise = site.validation();
    return switch (site.keyword()) {
      case "type" -> isAlways(keywordValue, type) ? Step.NOTHING : otherwise;
      case "const" -> type == ValueType.STRING ? text(site) : constant(keywordValue, otherwise);
      case "format" ->
          keywordValue.asString("").equals("date-time") ? dateTime(otherwise) : otherwise;
      case "pattern" ->
          PlainPattern.of(keywordValue.asString(""))
              .map(pattern -> matching(pattern, otherwise))
              .orElse(otherwise);
      case "minLength" -> notShorter(keywordValue.asInt(), otherwise);
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
    var keywordValue = site.keywordValue();
    return (evaluation, value) -> {
      if (!value.equals(keywordValue)) {
        site.fail(evaluation, value, site.keyword());
      }
    };
  }

  private static Step constant(JsonNode keywordValue, Step otherwise) {
    return (evaluation, value) -> {
      if (!value.equals(keywordValue)) {
        otherwise.take(evaluation, value);
      }
    };
  }

  private static Step dateTime(Step otherwise) {
    return (evaluation, value) -> {
      if (!evaluation.times().isCommon(value)) {
        otherwise.take(evaluation, value);
      }
    };
  }

  private static Step matching(PlainPattern pattern, Step otherwise) {
    return (evaluation, value) -> {
      if (!pattern.matches(value.asString())) {
        otherwise.take(evaluation, value);
      }
    };
  }

  /** A character takes up two chars at most. */
  private static Step notShorter(int length, Step otherwise) {
    return (evaluation, value) -> {
      if (value.asString().length() < 2L * length) {
        otherwise.take(evaluation, value);
      }
    };
  }

  /** The validator makes a long of a number such as 1e30, and fails. */
  private static Step bound(KeywordSite site, ValueType type, IntPredicate within) {
    var keywordValue = site.keywordValue();
    if (type == ValueType.INTEGER && Numbers.isLong(keywordValue)) {
      return bound(site, keywordValue.longValue(), within);
    }
    return (evaluation, value) -> {
      if (!within.test(Numbers.compare(value, keywordValue))) {
        site.fail(evaluation, value, site.keyword());
      }
    };
  }

  private static Step bound(KeywordSite site, long bound, IntPredicate within) {
    if (within.test(Long.compare(Long.MIN_VALUE, bound))
        && within.test(Long.compare(Long.MAX_VALUE, bound))) {
      return Step.NOTHING;
    }
    return (evaluation, value) -> {
      if (!within.test(Long.compare(value.longValue(), bound))) {
        site.fail(evaluation, value, site.keyword());
      }
    };
  }
}
