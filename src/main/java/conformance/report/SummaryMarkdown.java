package conformance.report;

import conformance.contract.Outcome;
import conformance.contract.OwnTests.Reason;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code summary.md}, which a CI job appends to its summary page. */
public final class SummaryMarkdown {
  private static final int ROWS = 50;

  private SummaryMarkdown() {}

  public static String of(RunResult report) {
    var groups = RuleResult.of(report);
    var totals = Totals.of(groups.stream().map(RuleResult::finding));
    var told = RuleResult.told(groups).toList();
    return """
    ## %s %s

    Contract `%s`, edition %s, on %s (%s). %s in %,d ms.

    | kept | broken | advice | known | not demonstrated | not applicable |
    |---:|---:|---:|---:|---:|---:|
    | %d | %d | %d | %d | %d | %d |
    %s%s%s%s%s%s%s"""
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
            timing(report),
            environment(report),
            entries(report),
            ownTests(report),
            deviations(told),
            coverage(report),
            unseen(told));
  }

  private static String coverage(RunResult report) {
    var lines = report.coverage().stream().map(it -> "- " + text(it.toString())).toList();
    return lines.isEmpty() ? "" : "\n" + String.join("\n", lines) + "\n";
  }

  static String ofError(String message) {
    return "## ❌ error\n\n%s\n".formatted(text(message));
  }

  private static String timing(RunResult report) {
    return Timing.of(report).stream()
        .map(it -> "\n%s: %s\n".formatted(text(it.title()), text(it.toString())))
        .collect(Collectors.joining());
  }

  private static String environment(RunResult report) {
    return EnvironmentSummary.lines(report).stream()
        .map(it -> "\n**Not judged:** %s\n".formatted(text(it)))
        .collect(Collectors.joining());
  }

  private static String entries(RunResult report) {
    return report.knownProblems().stream()
        .map(problem -> "\n**Known deviations:** %s\n".formatted(text(problem)))
        .collect(Collectors.joining());
  }

  private static String ownTests(RunResult report) {
    return report
        .ownTests()
        .map(
            it ->
                "\n**Tests of your own:** %s\n%s%s"
                    .formatted(it, items("failed", it.failures()), items("skipped", it.skips())))
        .orElse("");
  }

  private static String items(String word, List<Reason> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.stream()
            .limit(ROWS)
            .map(it -> "\n- %s: %s".formatted(word, text(it.line())))
            .collect(Collectors.joining("", "", "\n"));
  }

  private static String deviations(List<RuleResult> told) {
    var rows = told.stream().filter(it -> !it.deviating().isEmpty()).map(it -> row(it)).toList();
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

  private static String row(RuleResult group) {
    var examined = group.finding().examined();
    var first = examined.deviations().get(0);
    return "| %s | %s | %s | %s | %s | %,d of %,d | %s |"
        .formatted(
            group.word(),
            text(examined.rule().promise()),
            text(Messages.name(first.location())),
            text(first.actual()),
            text(first.reason()),
            examined.deviating(),
            examined.examined(),
            text(group.where()));
  }

  private static String unseen(List<RuleResult> told) {
    var unseen = told.stream().filter(it -> it.word().equals("not demonstrated")).toList();
    var one = unseen.stream().map(RuleResult::subject).distinct().count() == 1;
    var promises =
        unseen.stream()
            .map(it -> (one ? "" : it.subject() + ": ") + Messages.promise(it.finding()))
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
