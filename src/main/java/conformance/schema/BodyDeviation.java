package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.relation.Relation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * An error of the validator as a deviation, with what is needed to report a value once only.
 *
 * @param rule the rule that is broken
 * @param location where, a JSON Pointer, cut if it is long
 * @param at the value that it is found in, told apart from others whose location is cut alike
 * @param actual what stands there
 * @param reason why that is wrong, put in words when it is told
 * @param ofValue whether it is a fault of the value as such, not of a name or of a missing member
 * @param depth how basic the rule is: 0 for the type, more for what builds upon it
 * @param compared where the other values are that a relation compares with; none for other rules
 */
record BodyDeviation(
    Rule rule,
    String location,
    NodePath at,
    String actual,
    Supplier<String> reason,
    boolean ofValue,
    int depth,
    List<NodePath> compared) {
  private static final int RELATION = 10;

  static BodyDeviation of(Rule rule, Error error, JsonNode keywordValue, Supplier<String> reason) {
    var value = error.getInstanceNode();
    var name = error.getProperty();
    var location = error.getInstanceLocation().toString();
    var keyword = error.getKeyword();
    var actual =
        switch (keyword) {
          case "required" -> "without " + Excerpt.text(name);
          case "propertyNames" -> Excerpt.text(name);
          case "additionalProperties", "unevaluatedProperties" ->
              "%s: %s".formatted(Excerpt.text(name), Excerpt.value(value.path(name)));
          default -> Excerpt.value(value);
        };
    var place =
        name == null || keyword.equals("required")
            ? location
            : location + "/" + SchemaRules.escape(name);
    return new BodyDeviation(
        rule,
        Excerpt.cut(place),
        error.getInstanceLocation(),
        actual,
        reason,
        name == null,
        depth(rule, keyword),
        compared(keyword, keywordValue, error.getInstanceLocation()));
  }

  /** Whether it is more than advice, and more than that a value does not fit another one. */
  boolean isWrongInItself() {
    return rule.level() == Level.MUST && compared.isEmpty();
  }

  Deviation deviation() {
    return new Deviation(location, rule.expected(), actual, reason.get());
  }

  private static List<NodePath> compared(String keyword, JsonNode keywordValue, NodePath at) {
    return Optional.ofNullable(Relation.ALL.get(keyword)).stream()
        .flatMap(relation -> relation.siblings().apply(keywordValue).stream())
        .map(it -> at.getParent().append(it))
        .toList();
  }

  /**
   * Leaves out what only follows from something more basic at the same value: null is of the wrong
   * type, and then no longer an unknown status as well.
   *
   * @param flawed locations of values that could not be read as they were sent
   */
  static List<BodyDeviation> atTheirRoot(Collection<BodyDeviation> faults, Set<String> flawed) {
    if (faults.size() == 1 && flawed.isEmpty()) {
      return List.copyOf(faults);
    }
    var basic = new HashMap<NodePath, Integer>();
    for (var fault : faults) {
      if (fault.ofValue()) {
        basic.merge(fault.at(), fault.depth(), Math::min);
      }
    }
    return faults.stream()
        .filter(fault -> !fault.ofValue() || fault.isRoot(faults, basic, flawed))
        .toList();
  }

  /**
   * Whether nothing more basic is wrong, at the value itself or at one it is compared with. That a
   * value does not fit another one says of neither of them that it is wrong.
   */
  private boolean isRoot(
      Collection<BodyDeviation> faults, Map<NodePath, Integer> basic, Set<String> flawed) {
    if (depth < RELATION) {
      return depth == basic.get(at) && !flawed.contains(location);
    }
    return faults.stream()
            .filter(it -> it.ofValue() && it.depth() < depth && it.isWrongInItself())
            .map(BodyDeviation::at)
            .noneMatch(it -> it.equals(at) || compared.contains(it))
        && !flawed.contains(location)
        && compared.stream().map(it -> Excerpt.cut(it.toString())).noneMatch(flawed::contains);
  }

  private static int depth(Rule rule, String keyword) {
    var advice = rule.level() == Level.MUST ? 0 : 1;
    return switch (keyword) {
      case "type" -> 3 * advice;
      case "enum", "const", "format" -> 1 + 3 * advice;
      default -> Relation.ALL.containsKey(keyword) ? RELATION + advice : 2 + 3 * advice;
    };
  }
}
