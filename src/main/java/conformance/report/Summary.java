package conformance.report;

import conformance.contract.Coverage;
import conformance.contract.OwnTests.Reason;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of the console's output: how it stands, what is broken, what was not seen. */
public final class Summary {
  private static final int ENTRIES = 10;
  private static final int LINES = 60;

  private Summary() {}

  /** A few lines of plain text. */
  public static String text(RunResult report) {
    var groups = RuleResult.of(report);
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %s, contract %s (%s)"
            .formatted(
                report.outcome(),
                report.url(),
                report.contract().name(),
                report.contract().edition()));
    lines.add(
        "%s; %s in %,d ms"
            .formatted(
                Totals.of(groups.stream().map(RuleResult::finding)),
                Messages.count(report.requests(), "request"),
                report.duration().toMillis()));
    report.ownTests().ifPresent(it -> lines.add("tests of your own: " + it));
    Timing.of(report).forEach(it -> lines.add(it.title() + ": " + it));
    section(
        lines,
        "environment",
        EnvironmentSummary.of(report).stream().map(EnvironmentSummary::toString));
    section(lines, "known deviations", report.knownProblems().stream());
    report
        .ownTests()
        .ifPresent(
            it -> {
              section(lines, "failed tests of your own", it.failures().stream().map(Reason::line));
              section(lines, "skipped tests of your own", it.skips().stream().map(Reason::line));
            });
    RuleResult.told(groups)
        .collect(
            Collectors.groupingBy(
                it -> it.several() ? it.word() : it.word() + " in " + it.subject(),
                LinkedHashMap::new,
                Collectors.mapping(Summary::entry, Collectors.toList())))
        .forEach((title, entries) -> section(lines, title, entries.stream()));
    if (lines.size() > LINES) {
      var more = lines.size() - LINES;
      lines.subList(LINES, lines.size()).clear();
      lines.add("and %,d lines more in the report".formatted(more));
    }
    section(lines, "coverage", coverage(report));
    return String.join("\n", lines);
  }

  private static String entry(RuleResult group) {
    return group.deviating().isEmpty()
        ? Messages.promise(group.finding())
        : Messages.headline(group);
  }

  private static Stream<String> coverage(RunResult report) {
    return report.demonstrated()
        ? report.coverage().stream().map(Coverage::toString)
        : Stream.of("nothing came that could put the contract to the test");
  }

  private static void section(List<String> lines, String title, Stream<String> entries) {
    var all = entries.toList();
    if (all.isEmpty()) {
      return;
    }
    lines.add(title);
    all.stream().limit(ENTRIES).map("  "::concat).forEach(lines::add);
    if (all.size() > ENTRIES) {
      lines.add("  and %,d more in the report".formatted(all.size() - ENTRIES));
    }
  }
}
