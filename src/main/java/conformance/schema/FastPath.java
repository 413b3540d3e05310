package conformance.schema;

import conformance.relation.Numbers;
import conformance.schema.keyword.ValueType;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** Evaluates the common keywords and values without networknt, which evaluates all others. */
final class FastPath {
  private FastPath() {}

  /** The keyword's step for values of a type that it applies to. */
  static Step of(SchemaKeyword keyword, ValueType type) {
    var expected = keyword.value();
    var otherwise = keyword.validation();
    return switch (keyword.name()) {
      case "type" -> isImplied(expected, type) ? Step.NOTHING : otherwise;
      case "const" -> type == ValueType.STRING ? text(keyword) : constant(expected, otherwise);
      case "format" -> expected.asString("").equals("date-time") ? dateTime(otherwise) : otherwise;
      case "pattern" ->
          PlainPattern.of(expected.asString(""))
              .map(pattern -> matching(pattern, otherwise))
              .orElse(otherwise);
      case "minLength" -> notShorter(expected.asInt(), otherwise);
      case "minimum" -> bound(keyword, type, order -> order >= 0);
      case "maximum" -> bound(keyword, type, order -> order <= 0);
      case "exclusiveMinimum" -> bound(keyword, type, order -> order > 0);
      case "exclusiveMaximum" -> bound(keyword, type, order -> order < 0);
      default -> otherwise;
    };
  }

  private static boolean isImplied(JsonNode types, ValueType type) {
    return types.isArray()
        ? types.valueStream().anyMatch(name -> type.is(name.asString()))
        : type.is(types.asString());
  }

  private static Step text(SchemaKeyword keyword) {
    var expected = keyword.value();
    return (evaluation, value) -> {
      if (!value.equals(expected)) {
        keyword.fail(evaluation, value, keyword.name());
      }
    };
  }

  private static Step constant(JsonNode expected, Step otherwise) {
    return (evaluation, value) -> {
      if (!value.equals(expected)) {
        otherwise.evaluate(evaluation, value);
      }
    };
  }

  private static Step dateTime(Step otherwise) {
    return (evaluation, value) -> {
      if (!evaluation.times().isCommon(value)) {
        otherwise.evaluate(evaluation, value);
      }
    };
  }

  private static Step matching(PlainPattern pattern, Step otherwise) {
    return (evaluation, value) -> {
      if (!pattern.matches(value.asString())) {
        otherwise.evaluate(evaluation, value);
      }
    };
  }

  /** A character is at most two chars. */
  private static Step notShorter(int length, Step otherwise) {
    return (evaluation, value) -> {
      if (value.asString().length() < 2L * length) {
        otherwise.evaluate(evaluation, value);
      }
    };
  }

  /** networknt converts a number such as 1e30 to a long, and fails. */
  private static Step bound(SchemaKeyword keyword, ValueType type, IntPredicate within) {
    var expected = keyword.value();
    if (type == ValueType.INTEGER && Numbers.isLong(expected)) {
      return bound(keyword, expected.longValue(), within);
    }
    return (evaluation, value) -> {
      if (!within.test(Numbers.compare(value, expected))) {
        keyword.fail(evaluation, value, keyword.name());
      }
    };
  }

  private static Step bound(SchemaKeyword keyword, long bound, IntPredicate within) {
    if (within.test(Long.compare(Long.MIN_VALUE, bound))
        && within.test(Long.compare(Long.MAX_VALUE, bound))) {
      return Step.NOTHING;
    }
    return (evaluation, value) -> {
      if (!within.test(Long.compare(value.longValue(), bound))) {
        keyword.fail(evaluation, value, keyword.name());
      }
    };
  }
}
