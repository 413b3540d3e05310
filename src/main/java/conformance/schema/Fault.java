package conformance.schema;

import com.networknt.schema.Error;
import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.json.Shown;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * An error of the validator as a deviation, with what is needed to report a value once only.
 *
 * @param rule the rule that is broken
 * @param deviation where and how
 * @param ofValue whether it is a fault of the value as such, not of a name or of a missing member
 * @param depth how basic the rule is: 0 for the type, more for what builds upon it
 */
record Fault(Rule rule, Deviation deviation, boolean ofValue, int depth) {

  static Fault of(Rule rule, Error error, String reason) {
    var value = error.getInstanceNode();
    var name = error.getProperty();
    var location = error.getInstanceLocation().toString();
    var keyword = error.getKeyword();
    var actual =
        switch (keyword) {
          case "required" -> "no property " + Shown.text(name);
          case "propertyNames" -> Shown.text(name);
          case "additionalProperties", "unevaluatedProperties" ->
              "%s: %s".formatted(Shown.text(name), Shown.value(value.path(name)));
          default -> Shown.value(value);
        };
    var place =
        name == null || keyword.equals("required")
            ? location
            : location + "/" + RuleReader.escape(name);
    return new Fault(
        rule,
        new Deviation(Shown.cut(place), rule.expected(), actual, reason),
        name == null && value.isValueNode(),
        depth(rule, keyword));
  }

  /**
   * Leaves out what only follows from something more basic at the same value: null is of the wrong
   * type, and then no longer an unknown status as well.
   *
   * @param flawed locations of values that could not be read as they were sent
   */
  static List<Fault> atTheirRoot(Collection<Fault> faults, Set<String> flawed) {
    if (faults.size() == 1 && flawed.isEmpty()) {
      return List.copyOf(faults);
    }
    var basic = new HashMap<String, Integer>();
    for (var fault : faults) {
      if (fault.ofValue()) {
        basic.merge(fault.deviation().location(), fault.depth(), Math::min);
      }
    }
    return faults.stream()
        .filter(
            fault ->
                !fault.ofValue()
                    || fault.depth() == basic.get(fault.deviation().location())
                        && !flawed.contains(fault.deviation().location()))
        .toList();
  }

  private static int depth(Rule rule, String keyword) {
    return switch (keyword) {
          case "type" -> 0;
          case "enum", "const", "format" -> 1;
          default -> 2;
        }
        + (rule.level() == Level.MUST ? 0 : 3);
  }
}
