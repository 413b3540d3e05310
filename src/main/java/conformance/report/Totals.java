package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The number of rules for each verdict; broken should-rules are advice.
 *
 * @param counts by verdict, in the order of the report
 */
public record Totals(Map<String, Integer> counts) {
  private static final List<String> VERDICTS =
      List.of("kept", "broken", "advice", "known", "not demonstrated", "not applicable");

  public Totals {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  public static Totals of(Stream<Finding> findings) {
    var counts = new LinkedHashMap<String, Integer>();
    VERDICTS.forEach(verdict -> counts.put(verdict, 0));
    findings.forEach(finding -> counts.merge(verdict(finding), 1, Integer::sum));
    return new Totals(counts);
  }

  /** The totals of the target alone. */
  public static Totals ofTarget(Stream<Finding> findings) {
    return of(findings.filter(Finding::ofTarget));
  }

  /** The totals of the documentation's own example, which is judged in every run. */
  public static Totals ofExample(Stream<Finding> findings) {
    return of(findings.filter(finding -> !finding.ofTarget()));
  }

  /** Whether there was nothing to count. */
  public boolean isEmpty() {
    return counts.values().stream().allMatch(count -> count == 0);
  }

  private static String verdict(Finding finding) {
    var severity = Severity.of(finding.verdict());
    var advice = severity == Severity.BROKEN && finding.rule().level() == Level.SHOULD;
    return advice ? "advice" : severity.toString();
  }

  /** The counts that are not zero: {@code 120 kept, 1 broken}, or {@code nothing judged}. */
  @Override
  public String toString() {
    return isEmpty()
        ? "nothing judged"
        : counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
            .collect(Collectors.joining(", "));
  }
}
