package conformance.report;

import conformance.contract.RunResult;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Writes {@code code-quality.json}, which GitLab shows in merge requests. */
final class CodeQuality {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String NOT_JUDGED = "not judged";

  private CodeQuality() {}

  /** What is broken and not accepted, and what kept the target from being judged. */
  static String of(RunResult run) {
    var issues = JSON.createArrayNode();
    EnvironmentSummary.lines(run).forEach(line -> addUnjudged(issues, run.contract().name(), line));
    Annotation.of(run).stream()
        .flatMap(List::stream)
        .filter(it -> !it.verdict().equals("known"))
        .forEach(
            it ->
                add(
                    issues,
                    it.rule().id(),
                    it.text(),
                    it.verdict().equals("broken") ? "critical" : "minor",
                    it.fingerprint(),
                    it.file(),
                    it.line()));
    return issues.toPrettyString() + "\n";
  }

  /** Of a run that could not start: without any issue it would look as if all were mended. */
  static String ofError(String contract, String message) {
    var issues = JSON.createArrayNode();
    addUnjudged(issues, contract, message);
    return issues.toPrettyString() + "\n";
  }

  private static void addUnjudged(ArrayNode issues, String contract, String text) {
    var fingerprint = Annotation.fingerprint(List.of(contract, NOT_JUDGED, text));
    add(issues, NOT_JUDGED, text, "blocker", fingerprint, RuleLines.openApi(contract), 1);
  }

  private static void add(
      ArrayNode issues,
      String rule,
      String text,
      String severity,
      String fingerprint,
      String file,
      int line) {
    issues
        .addObject()
        .put("description", text)
        .put("check_name", rule)
        .put("fingerprint", fingerprint)
        .put("severity", severity)
        .putObject("location")
        .put("path", file)
        .putObject("lines")
        .put("begin", line);
  }
}
