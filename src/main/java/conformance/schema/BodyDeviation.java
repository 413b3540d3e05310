package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertion.Precedence;
import conformance.schema.keyword.SchemaError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A validation error as a deviation, with what is needed to report each value only once.
 *
 * @param location JSON Pointer, cut if it is long
 * @param at the uncut location of the value
 * @param reason built only if it is reported
 * @param ofValue whether it is about the value itself, not a property name or a missing property
 * @param depth order of precedence: 0 for the type, more for rules that presuppose others
 * @param compared locations of the values a relation compares with; empty for other rules
 */
record BodyDeviation(
    Rule rule,
    String location,
    String at,
    String actual,
    Supplier<String> reason,
    boolean ofValue,
    int depth,
    List<String> compared) {
  private static final int RELATION = 10;

  /**
   * Describes an error.
   *
   * @param value JSON Pointer to the value that was judged
   */
  static BodyDeviation of(Rule rule, SchemaError error, String value) {
    var at = value + error.location();
    var named = error.property().map(name -> at + "/" + SchemaFiles.escape(name));
    var isMissing = error.assertion().keyword().equals("required");
    return new BodyDeviation(
        rule,
        Excerpt.cut(isMissing ? at : named.orElse(at)),
        at,
        actual(error),
        error::reason,
        error.property().isEmpty(),
        depth(rule, error.assertion().precedence()),
        error.assertion().siblings(error.keywordValue()).stream()
            .map(sibling -> parent(at) + "/" + SchemaFiles.escape(sibling))
            .toList());
  }

  private static String actual(SchemaError error) {
    var name = error.property().orElse("");
    return switch (error.assertion().keyword()) {
      case "required" -> "without " + Excerpt.text(name);
      case "propertyNames" -> Excerpt.text(name);
      case "additionalProperties", "unevaluatedProperties" ->
          "%s: %s".formatted(Excerpt.text(name), Excerpt.value(error.value().path(name)));
      default -> Excerpt.value(error.value());
    };
  }

  private static String parent(String location) {
    return location.substring(0, location.lastIndexOf('/'));
  }

  /** Whether the value breaks a must by itself, not only in relation to another value. */
  boolean isIntrinsic() {
    return rule.level() == Level.MUST && compared.isEmpty();
  }

  Deviation deviation() {
    return new Deviation(location, rule.expected(), actual, reason.get());
  }

  /**
   * Leaves out consequences of a more basic deviation of the same value: null has the wrong type,
   * and is then not reported as an unknown status as well.
   *
   * @param altered locations of values that could not be read as they were sent
   */
  static List<BodyDeviation> withoutConsequences(
      Collection<BodyDeviation> deviations, Set<String> altered) {
    if (deviations.size() == 1 && altered.isEmpty()) {
      return List.copyOf(deviations);
    }
    var basic = new HashMap<String, Integer>();
    for (var deviation : deviations) {
      if (deviation.ofValue()) {
        basic.merge(deviation.at(), deviation.depth(), Math::min);
      }
    }
    return deviations.stream()
        .filter(
            deviation -> !deviation.ofValue() || deviation.isPrimary(deviations, basic, altered))
        .toList();
  }

  /**
   * Whether no more basic deviation explains it, of the value itself or of one it is compared with.
   * A broken relation explains nothing: either value may be the wrong one.
   */
  private boolean isPrimary(
      Collection<BodyDeviation> deviations, Map<String, Integer> basic, Set<String> altered) {
    if (depth < RELATION) {
      return depth == basic.get(at) && !altered.contains(location);
    }
    return deviations.stream()
            .filter(other -> other.ofValue() && other.depth() < depth && other.isIntrinsic())
            .map(BodyDeviation::at)
            .noneMatch(other -> other.equals(at) || compared.contains(other))
        && !altered.contains(location)
        && compared.stream().map(Excerpt::cut).noneMatch(altered::contains);
  }

  private static int depth(Rule rule, Precedence precedence) {
    var advice = rule.level() == Level.MUST ? 0 : 1;
    return precedence == Precedence.RELATION
        ? RELATION + advice
        : precedence.ordinal() + 3 * advice;
  }
}
