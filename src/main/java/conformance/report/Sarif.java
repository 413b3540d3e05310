package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code report.sarif} (SARIF 2.1.0), which code scanning and editors read. */
final class Sarif {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  static String of(RunResult run) {
    var log = JSON.createObjectNode();
    var json = run(log, run.contract().name(), EnvironmentSummary.lines(run));
    invocation(json)
        .put("startTimeUtc", run.startedAt().toString())
        .put("endTimeUtc", run.startedAt().plus(run.duration()).toString());
    var indices = rules(json, run);
    var results = json.putArray("results");
    Annotation.of(run).stream()
        .flatMap(List::stream)
        .map(it -> SarifResult.of(it, indices.get(it.rule().id()), run.requestLink()))
        .forEach(results::add);
    return log.toPrettyString() + "\n";
  }

  /** Of a run that could not start. */
  static String ofError(String contract, String message) {
    var log = JSON.createObjectNode();
    run(log, contract, List.of(message)).putArray("results");
    return log.toPrettyString() + "\n";
  }

  /**
   * A run of the tool.
   *
   * @param notJudged why nothing, or not everything, could be judged
   */
  private static ObjectNode run(ObjectNode log, String contract, List<String> notJudged) {
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    var run = log.putArray("runs").addObject();
    run.putObject("tool")
        .putObject("driver")
        .put("name", "Batch contract suite")
        .put("version", System.getProperty("conformance.version", "unknown"))
        .putArray("rules");
    // Code scanning replaces the results of the run before with the same id.
    run.putObject("automationDetails").put("id", "conformance/%s/".formatted(contract));
    run.put("columnKind", "utf16CodeUnits");
    var invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", notJudged.isEmpty());
    for (var text : notJudged) {
      invocation
          .withArray("toolExecutionNotifications")
          .addObject()
          .put("level", "error")
          .set("message", message(text));
    }
    return run;
  }

  private static ObjectNode invocation(ObjectNode run) {
    return (ObjectNode) run.path("invocations").path(0);
  }

  /** Adds all rules, and returns their indices by id. */
  private static Map<String, Integer> rules(ObjectNode run, RunResult result) {
    var rules = (ArrayNode) run.at("/tool/driver/rules");
    var indices = new LinkedHashMap<String, Integer>();
    result
        .findings()
        .map(Finding::rule)
        .filter(rule -> indices.putIfAbsent(rule.id(), indices.size()) == null)
        .forEach(rule -> rules.add(rule(rule)));
    return indices;
  }

  private static ObjectNode rule(Rule rule) {
    var json = JSON.createObjectNode().put("id", rule.id());
    json.set("shortDescription", message(rule.promise()));
    json.set(
        "fullDescription", message("%s. Expected: %s.".formatted(rule.promise(), rule.expected())));
    json.set("help", message(help(rule)));
    json.putObject("defaultConfiguration").put("level", level(rule));
    var properties = json.putObject("properties");
    properties.putArray("tags").add(rule.category()).add(rule.level().toString());
    properties
        .put("category", rule.category())
        .put("level", rule.level().toString())
        .put("section", rule.source().section())
        .put("basis", rule.source().basis().toString());
    return json;
  }

  private static String help(Rule rule) {
    return "A %s. Documentation: %s. Rule: %s.".formatted(rule.level(), rule.source(), rule.id());
  }

  static String level(Rule rule) {
    return rule.level() == Level.MUST ? "error" : "warning";
  }

  /** A message (section 3.11), in which brackets before a parenthesis would be a link. */
  static ObjectNode message(String text) {
    return JSON.createObjectNode().put("text", text.replace("](", "] ("));
  }
}
