package conformance.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What examining one interaction found out about one rule.
 *
 * @param examined how many values were put to the test
 * @param deviating how many of them do not meet the rule; exact, whatever was kept of them
 * @param deviations the first deviating places
 * @param values the first distinct deviating values, each with the number of its places
 */
public record RuleCounts(
    Rule rule,
    long examined,
    long deviating,
    List<Deviation> deviations,
    Map<String, Long> values) {

  public RuleCounts {
    deviations = List.copyOf(deviations);
    // Most are about a rule that is kept, and a large run has a great many of them.
    values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Nothing was put to the test of {@code rule} yet. */
  public static RuleCounts none(Rule rule) {
    return new RuleCounts(rule, 0, 0, List.of(), Map.of());
  }

  /** This and {@code other}, of the same rule, together. */
  public RuleCounts plus(RuleCounts other) {
    var places = new ArrayList<>(deviations);
    places.addAll(other.deviations);
    var counts = new LinkedHashMap<>(values);
    other.values.forEach((value, count) -> counts.merge(value, count, Long::sum));
    return new RuleCounts(
        rule, examined + other.examined, deviating + other.deviating, places, counts);
  }

  /** The same with no more than the first {@code most} of its places and of its values. */
  public RuleCounts keeping(int most) {
    if (deviations.size() <= most && values.size() <= most) {
      return this;
    }
    var kept = new LinkedHashMap<String, Long>();
    values.entrySet().stream().limit(most).forEach(it -> kept.put(it.getKey(), it.getValue()));
    return new RuleCounts(
        rule, examined, deviating, deviations.stream().limit(most).toList(), kept);
  }

  /** The same with the reason of every deviation passed through {@code edit}. */
  public RuleCounts mapReasons(UnaryOperator<String> edit) {
    var edited =
        deviations.stream()
            .map(
                it ->
                    new Deviation(
                        it.location(), it.expected(), it.actual(), edit.apply(it.reason())))
            .toList();
    return new RuleCounts(rule, examined, deviating, edited, values);
  }

  /** The same with every text of the server passed through {@code edit}, for redaction. */
  public RuleCounts map(UnaryOperator<String> edit) {
    if (deviating == 0) {
      return this;
    }
    var edited = new LinkedHashMap<String, Long>();
    values.forEach((value, count) -> edited.merge(edit.apply(value), count, Long::sum));
    return new RuleCounts(
        rule,
        examined,
        deviating,
        deviations.stream().map(deviation -> deviation.map(edit)).toList(),
        edited);
  }
}
