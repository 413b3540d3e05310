package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code summary.md}, which a CI job appends to its summary page. */
final class SummaryMarkdown {
  private static final int ROWS = 50;

  private SummaryMarkdown() {}

  static String of(Report report) {
    var totals = Totals.of(report.findings());
    var recurring = Recurring.of(report);
    return """
    ## %s %s

    Contract `%s`, edition %s, on %s (%s). %s in %,d ms.

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
            Messages.count(report.requests(), "request"),
            report.duration().toMillis(),
            totals.kept(),
            totals.broken(),
            totals.advice(),
            totals.known(),
            totals.notDemonstrated(),
            totals.notApplicable(),
            environment(report),
            entries(report),
            deviations(recurring),
            coverage(report),
            unseen(recurring));
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

  private static String deviations(List<Recurring> recurring) {
    var rows =
        recurring.stream()
            .filter(it -> it.first().examined().deviating() > 0)
            .map(it -> row(it, it.first().examined().deviations().get(0)))
            .toList();
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

  private static String row(Recurring recurring, Deviation first) {
    var examined = recurring.first().examined();
    return "| %s | %s | %s | %s | %s | %,d of %,d | %s |"
        .formatted(
            recurring.word(),
            text(examined.rule().promise()),
            text(Messages.name(first.location())),
            text(first.actual()),
            text(first.reason()),
            examined.deviating(),
            examined.examined(),
            text(recurring.where()));
  }

  private static String unseen(List<Recurring> recurring) {
    var unseen =
        recurring.stream()
            .filter(it -> it.first().verdict() instanceof Verdict.NotDemonstrated)
            .toList();
    var one = unseen.stream().map(Recurring::subject).distinct().count() == 1;
    var promises =
        unseen.stream()
            .map(it -> (one ? "" : it.subject() + ": ") + Messages.promise(it.first()))
            .map(it -> "- " + text(it))
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
