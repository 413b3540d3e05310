package conformance.suite;

import conformance.contract.Finding;
import conformance.contract.RunResult;
import conformance.report.SinceLines;
import conformance.report.Timing;
import conformance.report.Totals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The data about the run on the first page of the Allure report. */
public final class Overview {
  private static final int MAX_VALUES = 5;

  private Overview() {}

  /** {@code environment.properties}: outcome, target and contract. */
  public static String environment(RunResult run) {
    var facts = new LinkedHashMap<String, String>();
    // In a merged report of several shards, each has entries of its own.
    var shard = run.shard().map(it -> " of shard " + it).orElse("");
    facts.put("Outcome" + shard, run.headline());
    run.since()
        .ifPresent(
            since ->
                facts.put(
                    "Since the last run" + shard,
                    Stream.concat(
                            Stream.of(SinceLines.title(since)),
                            SinceLines.lines(since).stream().limit(MAX_VALUES))
                        .collect(Collectors.joining("; "))));
    facts.put("Rules" + shard, Totals.ofTarget(rules(run)).toString());
    var example = Totals.ofExample(run.findings());
    if (!example.isEmpty()) {
      facts.put("Documented example" + shard, example.toString());
    }
    facts.put("Tests" + shard, tests(run));
    run.ownTests().ifPresent(tests -> facts.put("Tests of your own" + shard, tests.toString()));
    facts.put("Target", "%s (%s)".formatted(run.url(), run.mode()));
    run.build().ifPresent(build -> facts.put("Build" + shard, build.toString()));
    run.parameters().forEach((name, values) -> facts.put(name + shard, values(values)));
    Timing.of(run).forEach(t -> facts.put("Time for each " + t.parameter() + shard, t.toString()));
    facts.put("Contract", "%s (%s)".formatted(run.contract().name(), run.contract().edition()));
    run.coverage().forEach(c -> facts.put("Coverage of " + c.subject(), c.counts()));
    facts.put("Suite", System.getProperty("conformance.version", "unknown"));
    facts.put("Java", Runtime.version().toString());
    return facts.entrySet().stream()
        .map(fact -> escape(fact.getKey()) + "=" + escape(fact.getValue()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<Finding> rules(RunResult run) {
    return ReportedRule.of(run).map(ReportedRule::finding);
  }

  /** What there is a test for, which adds up to the number of tests. */
  private static String tests(RunResult run) {
    var ofTarget = rules(run).filter(Finding::ofTarget).count();
    var ofExample = rules(run).count() - ofTarget;
    return "%,d for rules on the target, %s%d about the run%s"
        .formatted(
            ofTarget,
            ofExample == 0
                ? ""
                : "%,d for deviations of the documented example, ".formatted(ofExample),
            ContractIT.ABOUT_THE_RUN,
            run.ownTests().map(own -> ", %,d of your own".formatted(own.all())).orElse(""));
  }

  /** {@code executor.json}: the title of the report, and the CI job. */
  public static String executor(RunResult run, Map<String, String> environment) {
    var executor = CiJob.of(environment);
    var json = new JsonMapper().createObjectNode();
    json.put(
        "reportName",
        run.contract().name()
            // A merged report shows the title of one shard, so that must not contain its outcome.
            + run.shard().map(it -> ", in shards").orElse(": " + run.headline()));
    json.put("name", executor.name()).put("type", executor.type());
    executor.build().ifPresent(it -> json.put("buildName", "#" + it));
    executor
        .build()
        .filter(it -> it.matches("[0-9]{1,18}"))
        .ifPresent(it -> json.put("buildOrder", Long.parseLong(it)));
    executor.url().ifPresent(it -> json.put("buildUrl", it));
    return json.toString();
  }

  private static String values(List<String> values) {
    var first = String.join(", ", values.subList(0, Math.min(MAX_VALUES, values.size())));
    return values.size() > MAX_VALUES
        ? "%s and %,d more".formatted(first, values.size() - MAX_VALUES)
        : first;
  }

  /** Escapes all but printable ASCII for {@link java.util.Properties}. */
  private static String escape(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c > ' ' && c < 0x7F && "=:#!\\".indexOf(c) < 0
                    ? String.valueOf((char) c)
                    : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }
}
