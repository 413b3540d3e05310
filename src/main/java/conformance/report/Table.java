package conformance.report;

import conformance.contract.Examined;
import conformance.json.Shown;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All deviations of a rule as comma-separated values (RFC 4180). */
public final class Table {
  private Table() {}

  /** A row for each place that was kept, below a row of titles. */
  public static String of(Examined examined) {
    var rows =
        examined.deviations().stream()
            .map(it -> row(Shown.visible(it.location()), it.expected(), it.actual(), it.reason()));
    return Stream.concat(Stream.of(row("location", "expected", "actual", "reason")), rows)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
