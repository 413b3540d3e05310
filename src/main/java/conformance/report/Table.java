package conformance.report;

import conformance.contract.Coverage;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Parameters;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The deviations of a rule or the coverage of a run as comma-separated values (RFC 4180). */
public final class Table {
  /** The most rows, so that the report's page and spreadsheets open the table quickly. */
  private static final int MAX_ROWS = 1_000;

  private static final String PLACE_TITLES = row("location", "expected", "actual", "reason");

  private Table() {}

  /** A row for each deviation kept. */
  public static String of(RuleCounts counts) {
    return table(PLACE_TITLES, counts.deviations().stream().map(Table::place));
  }

  /**
   * The tables to attach to a test, by name: all deviations, and before them, if there are several
   * agents, the deviating ones.
   */
  public static Map<String, String> of(RuleResult result) {
    if (!result.several()) {
      return Map.of("all deviations", of(result.finding().counts()));
    }
    var tables = new LinkedHashMap<String, String>();
    var deviating = result.deviating();
    var name = Parameters.parameters(deviating.get(0).result().interaction());
    tables.put(
        "deviating by " + name,
        table(
            row(name, "verdict", "examined", "deviating", "location", "actual", "reason"),
            deviating.stream().limit(MAX_ROWS).map(Table::row)));
    var rows = deviating.stream().flatMap(Table::rows).limit(MAX_ROWS).toList();
    var all = result.finding().counts().deviating();
    tables.put(
        rows.size() < all ? "%,d of %,d deviations".formatted(rows.size(), all) : "all deviations",
        table(row(name) + "," + PLACE_TITLES, rows.stream()));
    return tables;
  }

  private static String row(RuleResult.Entry entry) {
    var counts = entry.finding().counts();
    var first = counts.deviations().get(0);
    return row(
        Parameters.value(entry.result().interaction()),
        entry.severity(),
        counts.examined(),
        counts.deviating(),
        Excerpt.visible(first.location()),
        first.actual(),
        first.reason());
  }

  private static Stream<String> rows(RuleResult.Entry entry) {
    var subject = row(Parameters.value(entry.result().interaction()));
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

  /** A row for each documented property and value. */
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
