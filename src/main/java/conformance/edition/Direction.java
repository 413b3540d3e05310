package conformance.edition;

import conformance.schema.RuleKeyword;
import conformance.schema.keyword.Assertions;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Decides whether a rule was tightened or loosened from one edition to the next. */
final class Direction {
  private Direction() {}

  /** Compares level and keyword value. */
  static Kind compare(RuleKeyword before, RuleKeyword after) {
    // Level declares MUST before SHOULD.
    var byLevel = byOrder(after.rule().level(), before.rule().level());
    var byValue = byValue(after.keyword(), before.value(), after.value());
    if (byLevel == Kind.UNCHANGED && byValue == Kind.UNCHANGED) {
      // The keyword may apply under another condition, which only the promise shows.
      var same = before.rule().promise().equals(after.rule().promise());
      return same ? Kind.UNCHANGED : Kind.CHANGED;
    }
    if (byLevel == byValue || byValue == Kind.UNCHANGED) {
      return byLevel;
    }
    return byLevel == Kind.UNCHANGED ? byValue : Kind.CHANGED;
  }

  private static Kind byValue(String keyword, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return Kind.UNCHANGED;
    }
    var order = Assertions.ALL.get(keyword).order();
    return switch (order) {
      case LOWER -> byOrder(after.decimalValue(), before.decimalValue());
      case HIGHER -> byOrder(before.decimalValue(), after.decimalValue());
      case FEWER_TYPES -> byValues(types(before), types(after));
      case FEWER_VALUES -> byValues(values(before), values(after));
      case FEWER_NAMES ->
          isEnumOnly(before) && isEnumOnly(after)
              ? byValues(values(before.get("enum")), values(after.get("enum")))
              : Kind.CHANGED;
      case NONE -> Kind.CHANGED;
    };
  }

  /** Tightened if the first is less than the second. */
  private static <T extends Comparable<? super T>> Kind byOrder(T first, T second) {
    var order = first.compareTo(second);
    return order == 0 ? Kind.UNCHANGED : order < 0 ? Kind.TIGHTENED : Kind.LOOSENED;
  }

  private static Kind byValues(Set<JsonNode> before, Set<JsonNode> after) {
    if (before.equals(after)) {
      return Kind.UNCHANGED;
    }
    if (before.containsAll(after)) {
      return Kind.TIGHTENED;
    }
    return after.containsAll(before) ? Kind.LOOSENED : Kind.CHANGED;
  }

  /** The allowed types; number includes integer. */
  private static Set<JsonNode> types(JsonNode type) {
    var types = type.isArray() ? values(type) : new HashSet<>(Set.of(type));
    if (types.contains(StringNode.valueOf("number"))) {
      types.add(StringNode.valueOf("integer"));
    }
    return types;
  }

  private static boolean isEnumOnly(JsonNode schema) {
    return schema.has("enum") && schema.size() == 1;
  }

  private static Set<JsonNode> values(JsonNode list) {
    return new HashSet<>(list.values());
  }
}
