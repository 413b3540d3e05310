package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Coverage;
import conformance.contract.RunResult;
import conformance.fixture.BodyServer;
import conformance.report.ReportJson;
import conformance.run.FixtureRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DocumentedValuesTest {
  private static final String STATUS = "batches/batch.schema.json#/properties/status/enum";
  private static final String NAMES = "batches/execution-status.advice.schema.json#/propertyNames";
  private static final String BATCH = "batches/batch.schema.json#/properties";

  @Test
  void countsEachValueAndEachPropertyWhateverElseIsWrong() throws IOException {
    var report =
        judged(
            """
            [{"status": "queued", "batch_id": null},
             {"status": "queued", "execution_status": {"busy": 1, "busy2": 2}},
             {"status": "running"}, {"status": 7}, 5, {}]""");
    assertThat(seen(report, STATUS))
        .isEqualTo(Map.of("scheduled", 0L, "created", 0L, "queued", 2L, "executed", 0L));
    assertThat(seen(report, NAMES)).containsEntry("busy", 1L).containsEntry("error", 0L);
    assertThat(seen(report, BATCH))
        .containsEntry("status", 4L)
        .containsEntry("batch_id", 1L)
        .containsEntry("execution_status", 1L)
        .containsEntry("created_at", 0L);
    assertThat(report.coverage().stream().map(Coverage::rule)).contains(BATCH, STATUS, NAMES);
  }

  @Test
  void listsAllAsUnseenWhereNothingCame() throws IOException {
    assertThat(judged("[]").coverage())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(it -> assertThat(it.never()).hasSize(it.seen().size()));
  }

  @Test
  void countsListedValuesOfEveryType() throws IOException {
    var schema = SmallSchema.of("\"properties\": {\"a\": {\"enum\": [7, \"x\", true]}}", Map.of());
    for (var value : List.of("7", "\"x\"", "true")) {
      assertThat(SmallSchema.read(schema, "{\"a\": %s}".formatted(value)).coverage())
          .extracting(Coverage::seen)
          .contains(
              Map.of(
                  "7", value.equals("7") ? 1L : 0L,
                  "x", value.equals("\"x\"") ? 1L : 0L,
                  "true", value.equals("true") ? 1L : 0L));
    }
  }

  @Test
  void isToldInReportJson() throws IOException {
    var json = new JsonMapper().readTree(ReportJson.of(judged("[{\"status\": \"queued\"}]")));
    assertThat(json.path("coverage").path("values").path(STATUS))
        .hasToString("{\"scheduled\":0,\"created\":0,\"queued\":1,\"executed\":0}");
    assertThat(json.path("coverage").path("properties").path(BATCH).path("status").asInt())
        .isEqualTo(1);
  }

  private static Map<String, Long> seen(RunResult report, String rule) {
    return report.coverage().stream()
        .filter(it -> it.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .seen();
  }

  private static RunResult judged(String body) throws IOException {
    try (var server = new BodyServer(body.getBytes(StandardCharsets.UTF_8))) {
      return FixtureRun.at(server.url()).report();
    }
  }
}
