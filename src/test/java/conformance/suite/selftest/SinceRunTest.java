package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs on a server whose faults change, each told what has changed since the one before. */
class SinceRunTest {
  private static final String AGENT = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  private static final String SINCE = "\nsince the run of ";

  @TempDir Path folder;

  private NestedRun run(URI url, Map<String, String> more) throws Exception {
    var properties = new HashMap<>(more);
    properties.put("target.url", url.toString());
    properties.put("target.reread_after", "1ms");
    properties.put("target.rate", "1000");
    return NestedRun.with(
        folder,
        properties,
        Map.of(
            "TARGET_AGENT_ID", AGENT, "TARGET_TOKEN", "fixture-token", "GITHUB_ACTIONS", "true"));
  }

  private static String odd() {
    return ApiServer.DATA.body().replace("\"executed\"", "\"odd\"");
  }

  private static List<String> told(NestedRun run) {
    return run.console()
        .lines()
        .filter(it -> it.matches("since .*|  (new|worse|better|fixed|differs|no longer).*|::.*"))
        .map(it -> it.replaceAll("[-0-9]+T[0-9:]+Z", "<time>"))
        .toList();
  }

  @Test
  void tellsWhatHasChangedSinceTheLastRunOfTheTrend() throws Exception {
    var body = new AtomicReference<>(odd());
    var trend = Map.of("allure.history", folder.resolve("a/trend").toString());
    try (var server =
        ApiServer.worse(
            (asked, good) ->
                good.body().startsWith("[") ? ApiServer.Answer.of(200, body.get()) : good)) {
      assertThat(told(run(server.url(), trend)))
          .singleElement()
          .asString()
          .startsWith("::error file=schemas/batches/batch.schema.json,line=78,");

      body.set(odd().replace("\"file_name\"", "\"f\""));
      var worse = run(server.url(), trend);
      assertThat(worse.console()).containsSubsequence("since the run of ", "deviates: ");
      assertThat(told(worse))
          .containsExactly(
              "since the run of <time> (deviates): 2 new, 4 no longer demonstrated",
              "  new: each property of batch is a documented property, for agent_id "
                  + AGENT
                  + ": broken in 1 of 1, kept then",
              "  new: file_name is present, for agent_id "
                  + AGENT
                  + ": broken in 1 of 1, kept then",
              "  no longer demonstrated: file_name is the name of a CSV file: it ends in .csv, for"
                  + " agent_id "
                  + AGENT
                  + ": kept then",
              "  no longer demonstrated: file_name is a name without path separators, for agent_id "
                  + AGENT
                  + ": kept then",
              "  no longer demonstrated: file_name is a string, for agent_id "
                  + AGENT
                  + ": kept then",
              "  no longer demonstrated: file_name is not empty, for agent_id "
                  + AGENT
                  + ": kept then",
              "::error file=schemas/batches/batch.schema.json,line=19,title=Missing property::"
                  + "file_name is present: broken in 1 of 1. /0 is without \"file_name\": the"
                  + " property is missing",
              "::warning file=schemas/batches/batch.advice.schema.json,line=52,title=Undocumented"
                  + " property::each property of batch is a documented property: broken in 1 of 1."
                  + " /0/f is \"f\": \"customers.csv\": the documentation names no property \"f\"",
              "::error file=schemas/batches/batch.schema.json,line=78,title=Unknown status::status"
                  + " is one of scheduled, created, queued, executed: broken in 1 of 1. /0/status is"
                  + " \"odd\": it is none of the 4 documented values");
      assertThat(worse.report().at("/since/changes")).hasSize(6);

      body.set(ApiServer.DATA.body());
      var fixed = run(server.url(), trend);
      assertThat(told(fixed))
          .contains(
              "  fixed: file_name is present, for agent_id " + AGENT + ": broken in 1 of 1 then",
              "  fixed: status is one of scheduled, created, queued, executed, for agent_id "
                  + AGENT
                  + ": broken in 1 of 1 then");
    }
  }

  @Test
  void keepsNoRunThatCouldNotJudgeTheTarget() throws Exception {
    var trend = Map.of("allure.history", folder.resolve("trend").toString());
    var kept = folder.resolve("trend/report.json");
    try (var down = ApiServer.worse((asked, good) -> ApiServer.error(503, "later"));
        var up = ApiServer.good()) {
      assertThat(run(down.url(), trend).outcome()).isEqualTo("environment");
      assertThat(kept).doesNotExist();
      assertThat(run(up.url(), trend).outcome()).isEqualTo("conforms");
      run(down.url(), trend);
      assertThat(new JsonMapper().readTree(kept.toFile()).path("outcome").asString())
          .isEqualTo("conforms");
    }
  }

  @Test
  void comparesWithAFileOfAnotherEdition() throws Exception {
    var first = NestedRun.onFixture(folder, "updated-at-second-89", Map.of());
    assertThat(told(first)).isEmpty();
    var file = Files.copy(folder.resolve("conformance/report.json"), folder.resolve("old.json"));
    var other =
        NestedRun.onFixture(
            folder,
            "conforming",
            Map.of("contract", "batches-2026-08", "conformance.previous", file.toString()));
    assertThat(told(other))
        .startsWith(
            "since the run of <time> (deviates): 1 fixed",
            "  differs: contract: batches then, batches-2026-08 now",
            "  differs: edition: 2024-02 then, 2026-08 now")
        .anyMatch(it -> it.matches("  differs: \\d+ rules no longer judged"))
        .anyMatch(it -> it.matches("  differs: \\d+ rules not judged then"))
        .anyMatch(it -> it.matches("  fixed: updated_at is .*: broken in 1 of 2 then"));
  }

  @Test
  void namesAFileThatIsNoReport() throws Exception {
    var file = folder.resolve("old.json");
    var asked = Map.of("conformance.previous", file.toString());
    assertThat(NestedRun.with(folder, asked, Map.of()).errors())
        .containsExactly(
            "the settings cannot be used:\n  - conformance.previous is '%s': expected the report.json"
                    .formatted(file)
                + " of an earlier run, but there is no such file");
    var kept = Files.writeString(folder.resolve("report.json"), "{");
    var trend = Map.of("allure.history", folder.toString());
    assertThat(NestedRun.with(folder, trend, Map.of()).errors())
        .singleElement()
        .asString()
        .startsWith(
            "the settings cannot be used:\n  - the last run is '%s': expected the report.json"
                    .formatted(kept)
                + " of an earlier run, but it is not JSON: line 1: ")
        .endsWith(". Remove it to begin anew");
    assertThat(kept).hasContent("{");
  }
}
