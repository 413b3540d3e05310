package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code summary.md}, which a CI job appends to its summary page. */
final class SummaryMarkdown {
  private static final int ROWS = 50;

  private SummaryMarkdown() {}

  static String of(Report report) {
    var totals = Totals.of(report.findings());
    return """
    ## %s %s

    Contract `%s`, edition %s, on %s (%s). %d requests in %,d ms.

    | kept | broken | advice | known | not demonstrated | not applicable |
    |---:|---:|---:|---:|---:|---:|
    | %d | %d | %d | %d | %d | %d |
    %s%s%s%s%s"""
        .formatted(
            report.outcome() == Outcome.CONFORMS ? "✅" : "❌",
            report.outcome(),
            report.contract().name(),
            text(report.contract().edition()),
            text(report.url().toString()),
            report.mode(),
            report.requests(),
            report.duration().toMillis(),
            totals.kept(),
            totals.broken(),
            totals.advice(),
            totals.known(),
            totals.notDemonstrated(),
            totals.notApplicable(),
            environment(report),
            entries(report),
            deviations(report),
            coverage(report),
            unseen(report));
  }

  private static String coverage(Report report) {
    var lines = report.coverage().stream().map(it -> "- " + text(it.toString())).toList();
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n";
  }

  static String ofError(String message) {
    return "## ❌ error\n\n%s\n".formatted(text(message));
  }

  private static String environment(Report report) {
    return report.chapters().stream()
        .filter(chapter -> chapter.environment().isPresent())
        .map(
            chapter ->
                "\n**Not judged:** %s: %s\n"
                    .formatted(
                        text(chapter.interaction().toString()),
                        text(chapter.environment().get().toString())))
        .collect(Collectors.joining());
  }

  private static String entries(Report report) {
    return report.knownProblems().stream()
        .map(problem -> "\n**Known deviations:** %s\n".formatted(text(problem)))
        .collect(Collectors.joining());
  }

  private static String deviations(Report report) {
    var rows = report.chapters().stream().flatMap(SummaryMarkdown::rows).toList();
    if (rows.isEmpty()) {
      return "";
    }
    var more = rows.size() > ROWS ? "\nand %,d more\n".formatted(rows.size() - ROWS) : "";
    return """

    | verdict | promise | where | actual | why | how often | interaction |
    |---|---|---|---|---|---:|---|
    %s
    %s"""
        .formatted(rows.stream().limit(ROWS).collect(Collectors.joining("\n")), more);
  }

  private static Stream<String> rows(Chapter chapter) {
    return chapter.findings().stream()
        .filter(finding -> finding.examined().deviating() > 0)
        .map(finding -> row(chapter, finding, finding.examined().deviations().get(0)));
  }

  private static String row(Chapter chapter, Finding finding, Deviation first) {
    var word =
        finding.verdict() instanceof Verdict.Known ? "known" : "broken " + finding.rule().level();
    return "| %s | %s | %s | %s | %s | %,d of %,d | %s |"
        .formatted(
            word,
            text(finding.rule().promise()),
            text(Messages.name(first.location())),
            text(first.actual()),
            text(first.reason()),
            finding.examined().deviating(),
            finding.examined().examined(),
            text(chapter.interaction().toString()));
  }

  private static String unseen(Report report) {
    var promises =
        report
            .findings()
            .filter(finding -> finding.verdict() instanceof Verdict.NotDemonstrated)
            .map(finding -> "- " + text(finding.rule().promise()))
            .distinct()
            .toList();
    return promises.isEmpty()
        ? ""
        : "\n<details><summary>Not demonstrated: %d</summary>\n\n%s\n</details>\n"
            .formatted(promises.size(), String.join("\n", promises));
  }

  /** The text with nothing left of it that Markdown, or HTML within it, would act upon. */
  private static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\r\\n]+", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|~:.@-])", "\\\\$1")
        // Mentions and references are looked for after the escapes have been resolved.
        .replaceAll("[@#]", "$0&#8203;");
  }
}
