package conformance.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How often a rule was examined and broken in one interaction.
 *
 * @param examined number of values examined
 * @param deviating number of them that do not meet the rule; exact, however many are kept
 * @param deviations the first deviations
 * @param values the first distinct deviating values, each with its number of occurrences
 */
public record RuleCounts(
    Rule rule,
    long examined,
    long deviating,
    List<Deviation> deviations,
    Map<String, Long> values) {

  public RuleCounts {
    deviations = List.copyOf(deviations);
    // Saves memory: a large run has many of these, most without deviations.
    values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The counts of a rule that has not been examined. */
  public static RuleCounts none(Rule rule) {
    return new RuleCounts(rule, 0, 0, List.of(), Map.of());
  }

  /**
   * Whether the rule was put to the test. A body that breaks off may show deviations before what
   * was examined is counted.
   */
  public boolean exercised() {
    return examined > 0 || deviating > 0;
  }

  /** The sum of this and {@code other}, for the same rule. */
  public RuleCounts plus(RuleCounts other) {
    var places = new ArrayList<>(deviations);
    places.addAll(other.deviations);
    var counts = new LinkedHashMap<>(values);
    other.values.forEach((value, count) -> counts.merge(value, count, Long::sum));
    return new RuleCounts(
        rule, examined + other.examined, deviating + other.deviating, places, counts);
  }

  /** The same with only the first {@code max} deviations and values. */
  public RuleCounts keeping(int max) {
    if (deviations.size() <= max && values.size() <= max) {
      return this;
    }
    var kept = new LinkedHashMap<String, Long>();
    values.entrySet().stream()
        .limit(max)
        .forEach(value -> kept.put(value.getKey(), value.getValue()));
    return with(deviations.stream().limit(max).toList(), kept);
  }

  /** The same with {@code edit} applied to the reason of every deviation. */
  public RuleCounts mapReasons(UnaryOperator<String> edit) {
    return with(deviations.stream().map(deviation -> deviation.mapReason(edit)).toList(), values);
  }

  /** The same with {@code edit}, a redaction, applied to every text of the server. */
  public RuleCounts map(UnaryOperator<String> edit) {
    var edited = new LinkedHashMap<String, Long>();
    values.forEach((value, count) -> edited.merge(edit.apply(value), count, Long::sum));
    return with(deviations.stream().map(deviation -> deviation.map(edit)).toList(), edited);
  }

  private RuleCounts with(List<Deviation> others, Map<String, Long> otherValues) {
    return new RuleCounts(rule, examined, deviating, others, otherValues);
  }
}
