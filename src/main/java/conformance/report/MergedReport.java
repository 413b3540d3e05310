package conformance.report;

import conformance.contract.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Merges what the shards of a run have found into one {@code report.json}. */
final class MergedReport {
  /** The outcome of all is the first of these that a shard has. */
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.DEVIATES, Outcome.ERROR, Outcome.OUTDATED, Outcome.ENVIRONMENT);

  private final List<JsonNode> reports;

  /** A merger of reports about the same target and contract, in the order of the shards. */
  private MergedReport(List<JsonNode> reports) {
    this.reports = List.copyOf(reports);
  }

  /**
   * Merges the reports.
   *
   * @param problems why the result is not that of a whole run: shards that are missing
   */
  static ObjectNode of(List<JsonNode> reports, List<String> problems) {
    return new MergedReport(reports).merged(problems);
  }

  private ObjectNode merged(List<String> problems) {
    var json = JsonNodeFactory.instance.objectNode();
    var first = reports.get(0);
    var outcome = outcome(problems);
    json.set("target", target());
    json.set("contract", first.path("contract"));
    json.set("edition", first.path("edition"));
    json.put("outcome", outcome.toString());
    if (first.has("strictness")) {
      json.set("strictness", first.path("strictness"));
    }
    if (!problems.isEmpty()) {
      json.put("error", String.join("; ", problems));
    }
    json.put("startedAt", began().toString());
    json.put("durationMillis", Duration.between(began(), ended()).toMillis());
    json.put("requests", reports.stream().mapToInt(it -> it.path("requests").asInt()).sum());
    json.set("totals", sum("totals"));
    if (reports.stream().anyMatch(it -> it.has("documentation"))) {
      json.set("documentation", sum("documentation"));
    }
    var faults = all("environment");
    json.set("environment", faults.isEmpty() ? json.nullNode() : faults);
    json.set("findings", all("findings"));
    json.set("knownDeviationProblems", distinct("knownDeviationProblems"));
    json.set("warnings", distinct("warnings"));
    if (reports.stream().anyMatch(it -> it.has("notices"))) {
      json.set("notices", distinct("notices"));
    }
    if (reports.stream().anyMatch(it -> it.has("ownTests"))) {
      json.set("ownTests", sum("ownTests"));
    }
    json.set("coverage", sum("coverage"));
    return json;
  }

  private Outcome outcome(List<String> problems) {
    return WORST_FIRST.stream()
        .filter(outcome -> outcome == Outcome.ERROR && !problems.isEmpty() || count(outcome) > 0)
        .findFirst()
        .orElseGet(() -> demonstrated() ? Outcome.CONFORMS : Outcome.UNDEMONSTRATED);
  }

  private long count(Outcome outcome) {
    return reports.stream()
        .filter(it -> it.path("outcome").asString().equals(outcome.toString()))
        .count();
  }

  /**
   * Whether one shard had data, which is enough for all; if strict, each had, since a shard does
   * not say which of its rules are demonstrated, and only the first sends probes.
   */
  private boolean demonstrated() {
    var strict = reports.get(0).at("/strictness/strict").asBoolean(false);
    return strict ? count(Outcome.UNDEMONSTRATED) == 0 : count(Outcome.CONFORMS) > 0;
  }

  private ObjectNode target() {
    var target = (ObjectNode) reports.get(0).path("target").deepCopy();
    target.remove("shard");
    target.set("parameters", parameters());
    if (target.has("build")) {
      var seen = distinct(report -> report.at("/target/build/seen"));
      ((ObjectNode) target.path("build")).set("seen", seen);
    }
    return target;
  }

  private ObjectNode parameters() {
    var all = JsonNodeFactory.instance.objectNode();
    for (var name : reports.get(0).at("/target/parameters").propertyNames()) {
      all.set(name, distinct(report -> report.at("/target/parameters").path(name)));
    }
    return all;
  }

  private Instant began() {
    return reports.stream().map(MergedReport::began).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Instant ended() {
    return reports.stream()
        .map(it -> began(it).plusMillis(it.path("durationMillis").asLong()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant began(JsonNode report) {
    return Instant.parse(report.path("startedAt").asString());
  }

  private ArrayNode all(String key) {
    var all = JsonNodeFactory.instance.arrayNode();
    reports.forEach(report -> report.path(key).forEach(all::add));
    return all;
  }

  private ArrayNode distinct(String key) {
    return distinct(report -> report.path(key));
  }

  private ArrayNode distinct(Function<JsonNode, JsonNode> array) {
    var distinct = JsonNodeFactory.instance.arrayNode();
    reports.stream()
        .flatMap(report -> array.apply(report).valueStream())
        .distinct()
        .forEach(distinct::add);
    return distinct;
  }

  /** The sum of an object of numbers, lists, and objects of them. */
  private ObjectNode sum(String key) {
    return reports.stream()
        .map(report -> report.path(key))
        .filter(JsonNode::isObject)
        .map(object -> (ObjectNode) object.deepCopy())
        .reduce(MergedReport::plus)
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private static ObjectNode plus(ObjectNode a, ObjectNode b) {
    for (var property : b.properties()) {
      var other = a.path(property.getKey());
      var value = property.getValue();
      if (other.isMissingNode()) {
        a.set(property.getKey(), value);
      } else if (other instanceof ObjectNode object) {
        plus(object, (ObjectNode) value);
      } else if (other instanceof ArrayNode array) {
        array.addAll((ArrayNode) value);
      } else {
        a.put(property.getKey(), other.asLong() + value.asLong());
      }
    }
    return a;
  }
}
