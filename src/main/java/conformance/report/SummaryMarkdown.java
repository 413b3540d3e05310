package conformance.report;

import conformance.contract.Outcome;
import conformance.contract.OwnTests;
import conformance.contract.OwnTests.Reason;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import conformance.contract.Since;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code summary.md}, which a CI job appends to its summary page. */
public final class SummaryMarkdown {
  private static final int ROWS = 50;

  private SummaryMarkdown() {}

  public static String of(RunResult run) {
    var rules = RuleResult.of(run);
    var notKept = RuleResult.reportable(rules).toList();
    return head(run, Totals.ofTarget(rules.stream().map(RuleResult::finding)))
        + ofExample(run)
        + each("\nBuild: %s\n", texts(run.build().stream().toList()))
        + each("\n%s\n", Timing.of(run).stream().map(SummaryMarkdown::timing))
        + each("\n**Warning:** %s\n", texts(Warnings.of(run)))
        + each("\n**Notice:** %s\n", texts(run.notices()))
        + each("\n**Not judged:** %s\n", texts(EnvironmentSummary.lines(run)))
        + each("\n**Known deviations:** %s\n", texts(run.knownProblems()))
        + run.ownTests().map(SummaryMarkdown::ownTests).orElse("")
        + deviations(notKept)
        + list("\n%s", texts(run.coverage()))
        + notDemonstrated(notKept)
        + list("\nNot demonstrated:\n\n%s", texts(Unjudged.causes(rules)))
        + list("\nNot applicable:\n\n%s", texts(Unjudged.notApplicable(rules)));
  }

  static String ofError(String message) {
    return "## ❌ error\n\n%s\n".formatted(line(message));
  }

  private static String head(RunResult run, Totals totals) {
    return """
    ## %s %s
    %s
    Contract `%s`, edition %s, on `%s` (%s). %s in %,d ms.

    %s
    |---|---:|---:|---:|---:|---:|---:|
    %s
    """
        .formatted(
            run.outcome() == Outcome.CONFORMS ? "✅" : run.unjudgedButAllowed() ? "⚠️" : "❌",
            run.headline(),
            run.since().map(SummaryMarkdown::since).orElse(""),
            run.contract().name(),
            text(run.contract().edition()),
            run.url(),
            run.mode(),
            Messages.count(run.requests(), "request"),
            run.duration().toMillis(),
            cells("", totals.counts().keySet()),
            cells("target", totals.counts().values()));
  }

  private static String since(Since since) {
    var lines = Summary.bounded(SinceLines.lines(since), ROWS, "and %,d more in report.json");
    return "\n%s\n%s".formatted(line(SinceLines.title(since)), list("\n%s", texts(lines)));
  }

  private static String ofExample(RunResult run) {
    var totals = Totals.ofExample(run.findings());
    return totals.isEmpty() ? "" : cells("documented example", totals.counts().values()) + "\n";
  }

  private static String cells(String first, Collection<?> others) {
    return cells(Stream.concat(Stream.of(first), others.stream()).toArray());
  }

  private static String ownTests(OwnTests tests) {
    return "\n**Tests of your own:** %s\n%s%s"
        .formatted(tests, items("failed", tests.failures()), items("skipped", tests.skips()));
  }

  private static String items(String word, List<Reason> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.stream()
            .limit(ROWS)
            .map(reason -> "\n- %s: %s".formatted(word, text(reason.line())))
            .collect(Collectors.joining("", "", "\n"));
  }

  private static String timing(Timing timing) {
    return text(timing.title()) + ": " + text(timing);
  }

  private static String deviations(List<RuleResult> notKept) {
    var broken = notKept.stream().filter(result -> !result.deviating().isEmpty());
    var rows = Summary.bounded(broken.map(SummaryMarkdown::row).toList(), ROWS, "\nand %,d more");
    return rows.isEmpty()
        ? ""
        : """

        | verdict | category | promise | where | actual | why | how often | interaction |
        |---|---|---|---|---|---|---:|---|
        """
            + each("%s\n", rows.stream());
  }

  private static String row(RuleResult result) {
    var counts = result.finding().counts();
    var first = counts.deviations().get(0);
    return cells(
        result.verdict(),
        text(counts.rule().category()),
        text(counts.rule().promise()),
        text(Messages.name(first.location())),
        text(first.actual()),
        text(first.reason()),
        Messages.frequency(counts),
        text(result.where()));
  }

  private static String notDemonstrated(List<RuleResult> notKept) {
    var rules =
        notKept.stream()
            .filter(result -> result.verdict().equals("not demonstrated"))
            .filter(result -> !Unjudged.hasOneCause(result))
            .toList();
    var sameParameters = rules.stream().map(RuleResult::parameters).distinct().count() == 1;
    var promises =
        rules.stream()
            .map(
                result ->
                    (sameParameters ? "" : result.parameters() + ": ")
                        + Messages.promise(result.finding()))
            .toList();
    return list(
        "\n<details><summary>Not demonstrated: " + rules.size() + "</summary>\n\n%s</details>\n",
        texts(promises));
  }

  private static String cells(Object... cells) {
    return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String each(String template, Stream<String> texts) {
    return texts.map(template::formatted).collect(Collectors.joining());
  }

  /** The texts as a list within {@code template}; empty if there are none. */
  private static String list(String template, Stream<String> texts) {
    var items = each("- %s\n", texts);
    return items.isEmpty() ? "" : template.formatted(items);
  }

  private static Stream<String> texts(Collection<?> texts) {
    return texts.stream().map(SummaryMarkdown::line);
  }

  /** Text within a line: only what Markdown, or GitHub, would act upon is escaped. */
  private static String text(Object text) {
    return MarkdownText.inline(text.toString());
  }

  /** Text that a line begins with. */
  private static String line(Object text) {
    return MarkdownText.line(text.toString());
  }
}
