package conformance.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import conformance.contract.Coverage;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.JudgedBuild;
import conformance.contract.Outcome;
import conformance.contract.RequestLink;
import conformance.contract.RuleCounts;
import conformance.contract.RunResult;
import conformance.contract.Severity;
import conformance.contract.Verdict;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code report.json} as {@code report.schema.json} defines it. */
public final class ReportJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SECOND_WORD = Pattern.compile(" ([a-z])");

  private ReportJson() {}

  public static String of(RunResult run) {
    var text = new StringWriter();
    write(run, text);
    return text.toString();
  }

  /** Writes one finding at a time: with many agents, a tree of all would not fit in memory. */
  static void write(RunResult run, Writer out) {
    try (var json = JSON.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartObject();
      write(json, beginning(run));
      json.writeArrayPropertyStart("findings");
      for (var result : run.results()) {
        result.findings().stream()
            .filter(finding -> !(finding.verdict() instanceof Verdict.Kept))
            .forEach(finding -> json.writeTree(finding(result, finding, run.requestLink())));
      }
      json.writeEndArray();
      write(json, end(run));
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(JsonGenerator json, ObjectNode properties) {
    for (var property : properties.properties()) {
      json.writeName(property.getKey());
      json.writeTree(property.getValue());
    }
  }

  private static ObjectNode beginning(RunResult run) {
    var json = JSON.createObjectNode();
    var target = json.putObject("target");
    target.put("url", run.url().toString()).put("mode", run.mode());
    run.shard().ifPresent(shard -> target.put("shard", shard.toString()));
    run.build().ifPresent(build -> build(target.putObject("build"), build));
    var parameters = target.putObject("parameters");
    run.parameters().forEach((name, values) -> values.forEach(parameters.withArray(name)::add));
    json.put("contract", run.contract().name());
    json.put("edition", run.contract().edition());
    var outcome = run.outcome();
    json.put("outcome", outcome.toString());
    json.set("strictness", JSON.valueToTree(run.strictness()));
    json.put("startedAt", run.startedAt().toString());
    json.put("durationMillis", run.duration().toMillis());
    json.put("requests", run.requests());
    run.since().ifPresent(since -> json.set("since", SinceJson.of(since)));
    totals(json.putObject("totals"), Totals.ofTarget(run.findings()));
    var example = Totals.ofExample(run.findings());
    if (!example.isEmpty()) {
      totals(json.putObject("documentation"), example);
    }
    timing(json, run);
    json.set("environment", environment(run));
    return json;
  }

  private static void build(ObjectNode json, JudgedBuild build) {
    var field = build.expected().field();
    json.put("header", field.name()).put("expected", field.value());
    var seen = json.putArray("seen");
    build.seen().forEach(value -> seen.add(Excerpt.visible(Excerpt.cut(value))));
  }

  private static void totals(ObjectNode json, Totals totals) {
    totals.counts().forEach((verdict, n) -> json.put(key(verdict), n));
  }

  private static ObjectNode end(RunResult run) {
    var json = JSON.createObjectNode();
    run.knownProblems().forEach(json.putArray("knownDeviationProblems")::add);
    Warnings.of(run).forEach(json.putArray("warnings")::add);
    if (!run.notices().isEmpty()) {
      run.notices().forEach(json.putArray("notices")::add);
    }
    run.ownTests().ifPresent(tests -> json.set("ownTests", JSON.valueToTree(tests)));
    coverage(json.putObject("coverage"), run);
    return json;
  }

  private static void timing(ObjectNode json, RunResult run) {
    for (var timing : Timing.of(run)) {
      var slowest =
          json.withArray("timing")
              .addObject()
              .put("operation", timing.operation())
              .put("medianMillis", timing.median().toMillis())
              .putArray("slowest");
      timing
          .slowest()
          .forEach(
              slow ->
                  slowest
                      .addObject()
                      .put("millis", slow.time().toMillis())
                      .set("parameters", JSON.valueToTree(slow.interaction().parameters())));
    }
  }

  /** The report of a run that could not start. */
  public static String ofError(String contract, String message) {
    var json = JSON.createObjectNode();
    json.put("contract", contract).put("outcome", Outcome.ERROR.toString()).put("error", message);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private static JsonNode environment(RunResult run) {
    var faults = JSON.createArrayNode();
    for (var result : run.results()) {
      result
          .environment()
          .ifPresent(
              fault -> {
                var json =
                    faults
                        .addObject()
                        .put("interaction", result.interaction().name())
                        .put("reason", fault.reason())
                        .put("advice", fault.remedy());
                json.set("parameters", JSON.valueToTree(result.interaction().parameters()));
                result.exchange().ifPresent(sent -> request(json, sent, run.requestLink()));
              });
    }
    return faults.isEmpty() ? JSON.nullNode() : faults;
  }

  private static ObjectNode finding(
      InteractionResult result, Finding finding, Optional<RequestLink> link) {
    var json = JSON.createObjectNode();
    var counts = finding.counts();
    json.put("rule", finding.rule().id());
    json.put("promise", finding.rule().promise());
    json.put("category", finding.rule().category());
    json.put("level", finding.rule().level().toString());
    json.put("verdict", key(Severity.of(finding.verdict()).toString()));
    json.put("interaction", result.interaction().name());
    json.set("parameters", JSON.valueToTree(result.interaction().parameters()));
    json.put("examined", counts.examined());
    json.put("deviating", counts.deviating());
    json.set("deviations", JSON.valueToTree(counts.deviations()));
    if (!counts.values().isEmpty()) {
      json.set("values", JSON.valueToTree(counts.values()));
    }
    json.put("source", finding.rule().source().section());
    json.put("basis", finding.rule().source().basis().toString());
    Messages.why(finding.verdict()).ifPresent(reason -> json.put("reason", reason));
    if (finding.deviates()) {
      result.exchange().ifPresent(exchange -> request(json, exchange, link));
    }
    counts.deviations().stream()
        .findFirst()
        .ifPresent(first -> json.put("reproduce", Reproduction.of(result, finding.rule(), first)));
    return json;
  }

  /** By which names the target's logs know the request. */
  private static void request(ObjectNode json, Exchange exchange, Optional<RequestLink> link) {
    json.put("traceparent", exchange.traceparent());
    exchange
        .requestId()
        .ifPresent(
            id -> json.putObject("requestId").put("field", id.name()).put("value", id.value()));
    link.ifPresent(it -> json.put("requestLink", it.to(exchange).toString()));
  }

  /** The words as a key of JSON: {@code notDemonstrated}. */
  static String key(String words) {
    return SECOND_WORD.matcher(words).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  private static void coverage(ObjectNode json, RunResult run) {
    var rules = json.putObject("rules");
    run.findings()
        .filter(Finding::ofTarget)
        .map(Finding::counts)
        .collect(
            groupingBy(c -> c.rule().id(), LinkedHashMap::new, summingLong(RuleCounts::examined)))
        .forEach(rules::put);
    Stream.of(Coverage.Kind.values()).forEach(kind -> json.putObject(kind.toString()));
    for (var coverage : run.coverage()) {
      json.withObject(coverage.kind().toString())
          .set(coverage.rule(), JSON.valueToTree(coverage.seen()));
    }
  }
}
