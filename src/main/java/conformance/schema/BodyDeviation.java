package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.relation.Relation;
import conformance.schema.file.SchemaFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

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
    var fullLocation =
        name == null || keyword.equals("required")
            ? location
            : location + "/" + SchemaFiles.escape(name);
    return new BodyDeviation(
        rule,
        Excerpt.cut(fullLocation),
        error.getInstanceLocation(),
        actual,
        reason,
        name == null,
        depth(rule, keyword),
        compared(keyword, keywordValue, error.getInstanceLocation()));
  }

  /** Whether the value breaks a must by itself, not only in relation to another value. */
  boolean isIntrinsic() {
    return rule.level() == Level.MUST && compared.isEmpty();
  }

  Deviation deviation() {
    return new Deviation(location, rule.expected(), actual, reason.get());
  }

  private static List<NodePath> compared(String keyword, JsonNode keywordValue, NodePath at) {
    return Optional.ofNullable(Relation.ALL.get(keyword)).stream()
        .flatMap(relation -> relation.siblings().apply(keywordValue).stream())
        .map(sibling -> at.getParent().append(sibling))
        .toList();
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
    var basic = new HashMap<NodePath, Integer>();
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
      Collection<BodyDeviation> deviations, Map<NodePath, Integer> basic, Set<String> altered) {
    if (depth < RELATION) {
      return depth == basic.get(at) && !altered.contains(location);
    }
    return deviations.stream()
            .filter(other -> other.ofValue() && other.depth() < depth && other.isIntrinsic())
            .map(BodyDeviation::at)
            .noneMatch(other -> other.equals(at) || compared.contains(other))
        && !altered.contains(location)
        && compared.stream().map(path -> Excerpt.cut(path.toString())).noneMatch(altered::contains);
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
