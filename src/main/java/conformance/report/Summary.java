package conformance.report;

import conformance.contract.Coverage;
import conformance.contract.OwnTests.Reason;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary at the end of the console output: the outcome, and the rules not kept. */
public final class Summary {
  private static final int MAX_ENTRIES = 10;
  private static final int MAX_LINES = 61;

  private Summary() {}

  public static String text(RunResult run) {
    var rules = RuleResult.of(run);
    var lines = new ArrayList<String>();
    run.since()
        .ifPresent(
            since -> {
              lines.add(SinceLines.title(since));
              add(lines, SinceLines.lines(since));
            });
    lines.add(
        "%s: %s, contract %s (%s)"
            .formatted(run.headline(), run.url(), run.contract().name(), run.contract().edition()));
    lines.add(
        "%s; %s in %,d ms"
            .formatted(
                Totals.ofTarget(rules.stream().map(RuleResult::finding)),
                Messages.count(run.requests(), "request"),
                run.duration().toMillis()));
    run.build().map(build -> "build: " + build).ifPresent(lines::add);
    rules.stream()
        .filter(RuleResult::several)
        .findFirst()
        .map(
            rule ->
                "each %s by itself: %s".formatted(rule.names(), Totals.ofTarget(run.findings())))
        .ifPresent(lines::add);
    var example = Totals.ofExample(run.findings());
    if (!example.isEmpty()) {
      lines.add("documented example: " + example);
    }
    categories(rules).map("categories: "::concat).ifPresent(lines::add);
    run.ownTests().ifPresent(tests -> lines.add("tests of your own: " + tests));
    Timing.of(run).forEach(timing -> lines.add(timing.title() + ": " + timing));

    section(lines, "warnings", Warnings.of(run));
    section(lines, "notices", run.notices());
    section(lines, "environment", EnvironmentSummary.all(run));
    section(lines, "known deviations", run.knownProblems());
    run.ownTests()
        .ifPresent(
            tests -> {
              section(
                  lines,
                  "failed tests of your own",
                  tests.failures().stream().map(Reason::line).toList());
              section(
                  lines,
                  "skipped tests of your own",
                  tests.skips().stream().map(Reason::line).toList());
            });
    RuleResult.reportable(rules)
        .filter(result -> !Unjudged.hasOneCause(result))
        .collect(
            Collectors.groupingBy(
                Summary::title,
                LinkedHashMap::new,
                Collectors.mapping(Summary::entry, Collectors.toList())))
        .forEach((title, entries) -> section(lines, title, entries));
    section(lines, "not demonstrated", Unjudged.causes(rules));
    section(lines, "not applicable", Unjudged.notApplicable(rules));
    var shown = new ArrayList<>(bounded(lines, MAX_LINES, "and %,d lines more in the report"));
    section(shown, "coverage", coverage(run));
    return String.join("\n", shown);
  }

  /** How many rules deviate in each category: {@code Invalid timestamp (2), Phone number (1)}. */
  private static Optional<String> categories(List<RuleResult> rules) {
    var counts = new LinkedHashMap<String, Integer>();
    RuleResult.reportable(rules)
        .filter(result -> result.finding().ofTarget())
        .filter(result -> !result.deviating().isEmpty())
        .forEach(result -> counts.merge(result.finding().rule().category(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> "%s (%,d)".formatted(count.getKey(), count.getValue()))
        .reduce((some, more) -> some + ", " + more);
  }

  private static String title(RuleResult result) {
    return result.several() ? result.verdict() : result.verdict() + " in " + result.parameters();
  }

  private static String entry(RuleResult result) {
    return result.deviating().isEmpty()
        ? Messages.promise(result.finding())
        : Messages.headline(result);
  }

  private static List<String> coverage(RunResult run) {
    return run.demonstrated()
        ? run.coverage().stream().map(Coverage::toString).toList()
        : List.of("nothing came that could put the contract to the test");
  }

  private static void section(List<String> lines, String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add(title);
      add(lines, entries);
    }
  }

  private static void add(List<String> lines, List<String> entries) {
    bounded(entries, MAX_ENTRIES, "and %,d more in the report")
        .forEach(entry -> lines.add("  " + entry));
  }

  /** The first {@code max}, then {@code more} with the number of those left out. */
  static List<String> bounded(List<String> all, int max, String more) {
    return all.size() <= max
        ? all
        : Stream.concat(all.stream().limit(max), Stream.of(more.formatted(all.size() - max)))
            .toList();
  }
}
