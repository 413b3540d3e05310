package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The number of rules for each verdict.
 *
 * @param broken broken must-rules
 * @param advice broken should-rules
 */
public record Totals(
    int kept, int broken, int advice, int known, int notDemonstrated, int notApplicable) {

  public static Totals of(Stream<Finding> findings) {
    var counts =
        findings.collect(Collectors.groupingBy(Totals::word, Collectors.summingInt(finding -> 1)));
    return new Totals(
        counts.getOrDefault("kept", 0),
        counts.getOrDefault("broken", 0),
        counts.getOrDefault("advice", 0),
        counts.getOrDefault("known", 0),
        counts.getOrDefault("not demonstrated", 0),
        counts.getOrDefault("not applicable", 0));
  }

  private static String word(Finding finding) {
    var severity = Severity.of(finding.verdict());
    var advice = severity == Severity.BROKEN && finding.rule().level() == Level.SHOULD;
    return advice ? "advice" : severity.toString();
  }

  /** The counts by verdict, in the order of the report. */
  Map<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("kept", kept);
    counts.put("broken", broken);
    counts.put("advice", advice);
    counts.put("known", known);
    counts.put("not demonstrated", notDemonstrated);
    counts.put("not applicable", notApplicable);
    return counts;
  }

  /** The counts that are not zero: {@code 120 kept, 1 broken}. */
  @Override
  public String toString() {
    return counts().entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
        .collect(Collectors.joining(", "));
  }
}
