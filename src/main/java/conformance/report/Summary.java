package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of the console's output: how it stands, what is broken, what was not seen. */
public final class Summary {
  private static final int LINES = 40;

  private Summary() {}

  /** A few lines of plain text. */
  public static String text(Report report) {
    var totals = Totals.of(report.findings());
    var lines =
        Stream.of(
                Stream.of(
                    "%s: %s, contract %s (%s)"
                        .formatted(
                            report.outcome(),
                            report.url(),
                            report.contract().name(),
                            report.contract().edition()),
                    "  %d kept, %d broken, %d advice, %d known, %d not demonstrated; %d requests in %,d ms"
                        .formatted(
                            totals.kept(),
                            totals.broken(),
                            totals.advice(),
                            totals.known(),
                            totals.notDemonstrated(),
                            report.requests(),
                            report.duration().toMillis())),
                report.chapters().stream()
                    .flatMap(
                        chapter ->
                            chapter.environment().stream()
                                .map(it -> line("environment", chapter, it.toString()))),
                report.knownProblems().stream().map("  known deviations: "::concat),
                report.chapters().stream().flatMap(Summary::deviations),
                report.outcome() == Outcome.UNDEMONSTRATED && !report.demonstrated()
                    ? Stream.of("  the target listed nothing, so nothing was put to the test")
                    : report.chapters().stream().flatMap(Summary::unseen),
                report.demonstrated()
                    ? report.coverage().stream().map(it -> "  " + it)
                    : Stream.<String>of())
            .flatMap(it -> it)
            .toList();
    return shortened(lines).collect(Collectors.joining("\n"));
  }

  private static Stream<String> deviations(Chapter chapter) {
    return chapter.findings().stream()
        .filter(finding -> finding.examined().deviating() > 0)
        .map(finding -> line(word(finding), chapter, Messages.headline(finding)));
  }

  private static Stream<String> unseen(Chapter chapter) {
    var promises =
        chapter.findings().stream()
            .filter(finding -> finding.verdict() instanceof Verdict.NotDemonstrated)
            .map(finding -> finding.rule().promise())
            .toList();
    return promises.isEmpty() || promises.size() == chapter.findings().size()
        ? Stream.empty()
        : Stream.of(line("not demonstrated", chapter, String.join("; ", promises)));
  }

  private static String word(Finding finding) {
    if (finding.verdict() instanceof Verdict.Known) {
      return "known";
    }
    return "broken " + finding.rule().level();
  }

  private static String line(String word, Chapter chapter, String text) {
    return "  %s, %s: %s".formatted(word, chapter.interaction(), text);
  }

  private static Stream<String> shortened(List<String> lines) {
    return lines.size() <= LINES
        ? lines.stream()
        : Stream.concat(
            lines.stream().limit(LINES),
            Stream.of("  and %,d lines more in the report".formatted(lines.size() - LINES)));
  }
}
