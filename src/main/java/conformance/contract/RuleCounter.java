package conformance.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Counts, for each rule of one interaction, how often it was examined and how often it was broken.
 *
 * <p>To bound memory, only the first {@value #PLACES} deviations and {@value #VALUES} distinct
 * values of a rule are kept; the counts are exact. Not thread-safe.
 */
public final class RuleCounter {
  public static final int PLACES = 1_000;
  public static final int VALUES = 20;

  private final Map<String, Count> counts = new LinkedHashMap<>();

  private final List<Coverage> coverage = new ArrayList<>();

  private final UnaryOperator<String> redaction;

  public RuleCounter(Collection<Rule> rules) {
    this(rules, UnaryOperator.identity());
  }

  /**
   * Counts for each of {@code rules}.
   *
   * @param redaction is applied to every text of the server in the results
   */
  public RuleCounter(Collection<Rule> rules, UnaryOperator<String> redaction) {
    rules.forEach(rule -> counts.put(rule.id(), new Count(rule)));
    this.redaction = redaction;
  }

  /** Adds {@code times} values examined for {@code rule}. */
  public void examine(Rule rule, long times) {
    count(rule).examined += times;
  }

  /** Adds a deviation from {@code rule}. */
  public void deviate(Rule rule, Deviation deviation) {
    deviate(rule, deviation.actual(), () -> deviation);
  }

  /**
   * The same for a deviation that is expensive to describe.
   *
   * @param deviation is called only if the deviation is kept
   */
  public void deviate(Rule rule, String actual, Supplier<Deviation> deviation) {
    count(rule).add(actual, deviation);
  }

  /** Adds how often the documented properties and values were seen. */
  public void cover(List<Coverage> seen) {
    coverage.addAll(seen);
  }

  public List<Coverage> coverage() {
    return List.copyOf(coverage);
  }

  /** The counts of each rule, in the order of the rules. */
  public List<RuleCounts> results() {
    return counts.values().stream().map(count -> count.result().map(redaction)).toList();
  }

  /** Adds {@code times} to the count of a value, if it is one of the first {@value #VALUES}. */
  public static void count(Map<String, Long> values, String value, long times) {
    if (values.size() < VALUES || values.containsKey(value)) {
      values.merge(value, times, Long::sum);
    }
  }

  private Count count(Rule rule) {
    var count = counts.get(rule.id());
    if (count == null) {
      throw new IllegalArgumentException("rule " + rule.id() + " is not one of this interaction");
    }
    return count;
  }

  private static final class Count {
    private final Rule rule;
    private final List<Deviation> deviations = new ArrayList<>();
    private final Map<String, Long> values = new LinkedHashMap<>();
    private long examined;
    private long deviating;

    Count(Rule rule) {
      this.rule = rule;
    }

    void add(String actual, Supplier<Deviation> deviation) {
      deviating++;
      if (deviations.size() < PLACES) {
        deviations.add(deviation.get());
      }
      count(values, actual, 1);
    }

    RuleCounts result() {
      return new RuleCounts(rule, examined, deviating, deviations, values);
    }
  }
}
