package conformance.report;

import conformance.contract.Excerpt;
import conformance.contract.Outcome;
import conformance.report.ShardReports.Merged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says for readers what the shards of a run have found together. */
final class MergedMarkdown {
  private static final int ROWS = 50;

  private MergedMarkdown() {}

  static String of(Merged merged) {
    var report = merged.report();
    return """
    ## %s %s

    Contract `%s`, edition %s, on `%s` in %s. %s.

    %s
    %s%s"""
        .formatted(
            merged.outcome() == Outcome.CONFORMS ? "✅" : merged.unjudgedButAllowed() ? "⚠️" : "❌",
            merged.outcome(),
            report.path("contract").asString(),
            MarkdownText.inline(report.path("edition").asString()),
            report.at("/target/url").asString(),
            Messages.count(merged.shards(), "shard"),
            Messages.count(report.path("requests").asInt(), "request"),
            totals(report),
            list(reasons(report).map(it -> "- %s\n".formatted(MarkdownText.line(it)))),
            broken(report).isEmpty() ? "" : table(broken(report)));
  }

  private static String list(Stream<String> lines) {
    var list = lines.collect(Collectors.joining());
    return list.isEmpty() ? "" : "\n" + list;
  }

  static String text(Merged merged) {
    var report = merged.report();
    return Stream.of(
            Stream.of(
                "%s: %s, contract %s (%s), %s"
                    .formatted(
                        merged.outcome(),
                        report.at("/target/url").asString(),
                        report.path("contract").asString(),
                        report.path("edition").asString(),
                        Messages.count(merged.shards(), "shard")),
                totals(report)),
            reasons(report),
            broken(report).entrySet().stream()
                .map(
                    it ->
                        "  "
                            + it.getValue().get(0).path("promise").asString()
                            + where(it.getValue()))
                .limit(ROWS))
        .flatMap(lines -> lines)
        .map(line -> Excerpt.withoutCommands(line.replaceAll("[\r\n]+", " ")))
        .collect(Collectors.joining("\n"));
  }

  /** {@code each value by itself: 120 kept, 1 broken}. */
  private static String totals(JsonNode report) {
    return report.path("totals").properties().stream()
        .filter(count -> count.getValue().asInt() > 0)
        .map(count -> "%,d %s".formatted(count.getValue().asInt(), words(count.getKey())))
        .collect(Collectors.joining(", ", "each value by itself: ", ""));
  }

  private static String words(String key) {
    return key.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  /** What is wrong with the run itself. */
  private static Stream<String> reasons(JsonNode report) {
    var faults =
        report
            .path("environment")
            .valueStream()
            .map(it -> "not judged: " + it.path("reason").asString());
    return Stream.of(
            Stream.of(report.path("error").asString("")),
            faults,
            strings(report, "knownDeviationProblems"),
            strings(report, "warnings").map("warning: "::concat),
            report
                .at("/ownTests/failures")
                .valueStream()
                .map(it -> it.path("test").asString() + ": " + it.path("message").asString()))
        .flatMap(texts -> texts)
        .filter(text -> !text.isEmpty())
        .distinct()
        .limit(ROWS);
  }

  private static Stream<String> strings(JsonNode report, String key) {
    return report.path(key).valueStream().map(JsonNode::asString);
  }

  private static Map<String, List<JsonNode>> broken(JsonNode report) {
    return report
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("verdict").asString().equals("broken"))
        .collect(
            Collectors.groupingBy(
                finding -> finding.path("rule").asString(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String table(Map<String, List<JsonNode>> broken) {
    return broken.values().stream()
        .limit(ROWS)
        .map(
            findings ->
                "| %s | %s | %s |\n"
                    .formatted(
                        findings.get(0).path("level").asString(),
                        MarkdownText.inline(findings.get(0).path("promise").asString()),
                        MarkdownText.inline(where(findings).substring(2))))
        .collect(Collectors.joining("", "\n| level | promise | broken |\n|---|---|---|\n", ""));
  }

  /** {@code : in 3 of 120, for 2 values; /0/status is "odd": not listed}. */
  private static String where(List<JsonNode> findings) {
    var first = findings.get(0).path("deviations").path(0);
    return ": in %,d of %,d, for %s; %s is %s: %s"
        .formatted(
            sum(findings, "deviating"),
            sum(findings, "examined"),
            Messages.count(findings.size(), "request"),
            Messages.name(first.path("location").asString()),
            first.path("actual").asString(),
            first.path("reason").asString());
  }

  private static long sum(List<JsonNode> findings, String key) {
    return findings.stream().mapToLong(finding -> finding.path(key).asLong()).sum();
  }
}
