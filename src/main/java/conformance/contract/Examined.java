package conformance.contract;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What examining one interaction found out about one rule.
 *
 * @param rule the rule
 * @param examined how many values were put to the test
 * @param deviating how many of them do not meet the rule; exact, whatever was kept of them
 * @param deviations the first deviating places
 * @param values the first distinct deviating values, each with the number of its places
 */
public record Examined(
    Rule rule,
    long examined,
    long deviating,
    List<Deviation> deviations,
    Map<String, Long> values) {

  public Examined {
    deviations = List.copyOf(deviations);
    values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
  }

  /** The same with every text of the server passed through {@code edit}, for redaction. */
  public Examined map(UnaryOperator<String> edit) {
    var edited = new java.util.LinkedHashMap<String, Long>();
    values.forEach((value, count) -> edited.merge(edit.apply(value), count, Long::sum));
    return new Examined(
        rule,
        examined,
        deviating,
        deviations.stream().map(deviation -> deviation.map(edit)).toList(),
        edited);
  }
}
