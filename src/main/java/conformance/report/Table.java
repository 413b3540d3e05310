package conformance.report;

import conformance.contract.Coverage;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.contract.Subjects;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All deviations of a rule, or all coverage of a run, as comma-separated values (RFC 4180). */
public final class Table {
  /** What a spreadsheet, and the page of the report, still opens at once. */
  private static final int ROWS = 1_000;

  private static final String PLACE = row("location", "expected", "actual", "reason");

  private Table() {}

  /** A row for each place that was kept, below a row of titles. */
  public static String of(RuleCounts counts) {
    return table(PLACE, counts.deviations().stream().map(Table::place));
  }

  /**
   * What there is to attach to a test, by name: the deviations of one; of several who deviates, and
   * the deviations of each as far as they are kept.
   */
  public static Map<String, String> of(RuleResult result) {
    if (!result.several()) {
      return Map.of("all deviations", of(result.finding().counts()));
    }
    var tables = new LinkedHashMap<String, String>();
    var deviating = result.deviating();
    var name = Subjects.parameters(deviating.get(0).result().interaction());
    tables.put(
        "deviating by " + name,
        table(
            row(name, "verdict", "examined", "deviating", "location", "actual", "reason"),
            deviating.stream().limit(ROWS).map(Table::row)));
    var rows = deviating.stream().flatMap(Table::rows).limit(ROWS).toList();
    var all = result.finding().counts().deviating();
    tables.put(
        rows.size() < all ? "%,d of %,d deviations".formatted(rows.size(), all) : "all deviations",
        table(row(name) + "," + PLACE, rows.stream()));
    return tables;
  }

  private static String row(RuleResult.Entry entry) {
    var counts = entry.finding().counts();
    var first = counts.deviations().get(0);
    return row(
        Subjects.value(entry.result().interaction()),
        entry.severity(),
        counts.examined(),
        counts.deviating(),
        Excerpt.visible(first.location()),
        first.actual(),
        first.reason());
  }

  private static Stream<String> rows(RuleResult.Entry entry) {
    var subject = row(Subjects.value(entry.result().interaction()));
    return entry.finding().counts().deviations().stream()
        .map(deviation -> subject + "," + place(deviation));
  }

  private static String place(Deviation deviation) {
    return row(
        Excerpt.visible(deviation.location()),
        deviation.expected(),
        deviation.actual(),
        deviation.reason());
  }

  /** A row for each property and each value that the documentation lists. */
  public static String of(Collection<Coverage> coverage) {
    return table(row("of", "documented", "seen", "rule"), coverage.stream().flatMap(Table::rows));
  }

  private static Stream<String> rows(Coverage coverage) {
    return coverage.seen().entrySet().stream()
        .map(seen -> row(coverage.subject(), seen.getKey(), seen.getValue(), coverage.rule()));
  }

  private static String table(String titles, Stream<String> rows) {
    return Stream.concat(Stream.of(titles), rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Object... cells) {
    return Stream.of(cells)
        .map(cell -> '"' + cell.toString().replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
