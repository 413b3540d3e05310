package conformance.suite;

import conformance.contract.RunResult;
import conformance.report.Timing;
import conformance.report.Totals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What the first page of the Allure report tells about the run as a whole. */
public final class Overview {
  private static final int VALUES = 5;

  private Overview() {}

  /** {@code environment.properties}: how it stands, and what was judged. */
  public static String environment(RunResult report) {
    var facts = new LinkedHashMap<String, String>();
    // Where the reports of shards are merged, each has its own.
    var shard = report.shard().map(it -> " of shard " + it).orElse("");
    facts.put("Outcome" + shard, report.outcome().toString());
    facts.put(
        "Rules" + shard, Totals.of(ReportedRule.of(report).map(ReportedRule::finding)).toString());
    report.ownTests().ifPresent(it -> facts.put("Tests of your own" + shard, it.toString()));
    facts.put("Target", "%s (%s)".formatted(report.url(), report.mode()));
    report.parameters().forEach((name, values) -> facts.put(name + shard, values(values)));
    Timing.of(report)
        .forEach(it -> facts.put("Time for each " + it.parameter() + shard, it.toString()));
    facts.put(
        "Contract", "%s (%s)".formatted(report.contract().name(), report.contract().edition()));
    report.coverage().forEach(it -> facts.put("Coverage of " + it.subject(), it.counts()));
    facts.put("Suite", System.getProperty("conformance.version", "unknown"));
    facts.put("Java", Runtime.version().toString());
    return facts.entrySet().stream()
        .map(it -> escape(it.getKey()) + "=" + escape(it.getValue()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** {@code executor.json}: the report's title, and the job that made it. */
  public static String executor(RunResult report, Map<String, String> environment) {
    var executor = CiJob.of(environment);
    var json = new JsonMapper().createObjectNode();
    json.put(
        "reportName",
        report.contract().name()
            // A merged report has the title of one of its shards, and not the outcome of all.
            + report.shard().map(it -> ", in shards").orElse(": " + report.outcome()));
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
    var first = String.join(", ", values.subList(0, Math.min(VALUES, values.size())));
    return values.size() > VALUES
        ? "%s and %,d more".formatted(first, values.size() - VALUES)
        : first;
  }

  /** As {@link java.util.Properties} escapes what is not printable ASCII. */
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
