package conformance.report;

import conformance.contract.Coverage;
import conformance.contract.Examined;
import conformance.json.Shown;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All deviations of a rule, or all coverage of a run, as comma-separated values (RFC 4180). */
public final class Table {
  private Table() {}

  /** A row for each place that was kept, below a row of titles. */
  public static String of(Examined examined) {
    var rows =
        examined.deviations().stream()
            .map(it -> row(Shown.visible(it.location()), it.expected(), it.actual(), it.reason()));
    return table(row("location", "expected", "actual", "reason"), rows);
  }

  /** A row for each property and each value that the documentation lists. */
  public static String of(Collection<Coverage> coverage) {
    var rows =
        coverage.stream()
            .flatMap(
                it ->
                    it.seen().entrySet().stream()
                        .map(
                            seen ->
                                row(it.subject(), seen.getKey(), "" + seen.getValue(), it.rule())));
    return table(row("of", "documented", "seen", "rule"), rows);
  }

  private static String table(String titles, Stream<String> rows) {
    return Stream.concat(Stream.of(titles), rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
