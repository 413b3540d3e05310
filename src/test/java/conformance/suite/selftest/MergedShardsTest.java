package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.Fleet;
import conformance.run.Merge;
import conformance.schema.keyword.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shards that find out by themselves which they are, merged, are one run of all agents. */
@Tag("slow")
class MergedShardsTest {
  private static final int AGENTS = 7;
  private static final List<String> INDEXES =
      List.of(
          "CI_NODE_INDEX", "JOB_COMPLETION_INDEX", "CIRCLE_NODE_INDEX", "BUILDKITE_PARALLEL_JOB");

  @TempDir Path folder;

  /** The index variable, the first index, and the variable of the number of shards. */
  static Stream<Arguments> engines() {
    return Stream.of(
        Arguments.of("CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
        Arguments.of("JOB_COMPLETION_INDEX", 0, "TARGET_SHARDS"),
        Arguments.of("CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
        Arguments.of("BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT"));
  }

  private static Answer answer(int agent) {
    return switch (agent) {
      case 1, 4 -> Answer.of(200, ApiServer.DATA.body().replace("executed", "odd-" + agent));
      case 2 -> ApiServer.error(404, "there is no such agent");
      default -> ApiServer.DATA;
    };
  }

  @ParameterizedTest
  @MethodSource("engines")
  void findWhatOneRunFinds(String index, int first, String total) throws Exception {
    try (var server = Fleet.server(MergedShardsTest::answer)) {
      var whole = run(server, folder.resolve("whole"), Map.of());
      for (var i = 0; i < 3; i++) {
        var variables = new HashMap<String, String>();
        INDEXES.forEach(other -> variables.put(other, ""));
        variables.put(index, "" + (first + i));
        variables.put(total, "3");
        variables.put("TARGET_SHARD", "auto");
        run(server, folder.resolve("shards/" + i), variables);
      }
      var merged = Merge.of(folder.resolve("shards"), folder.resolve("merged"));
      assertThat(merged.code()).isEqualTo(1);
      assertThat(merged.report().path("outcome").asString()).isEqualTo("deviates");
      for (var key : List.of("findings", "environment", "warnings")) {
        assertThat(texts(merged.report().path(key)))
            .containsExactlyInAnyOrderElementsOf(texts(whole.path(key)));
      }
      for (var key : List.of("totals", "documentation", "coverage", "requests")) {
        assertThat(merged.report().path(key)).as(key).isEqualTo(whole.path(key));
      }
      assertThat(texts(merged.report().at("/target/parameters/agent_id")))
          .containsExactlyInAnyOrderElementsOf(texts(whole.at("/target/parameters/agent_id")));
      assertThat(ReportSchema.faults(merged.report().toString())).isEmpty();
      assertThat(merged.console())
          .startsWith("deviates: %s, contract batches (2024-02), 3 shards".formatted(server.url()))
          .contains("status is one of scheduled, created, queued, executed: in 2 of ");

      Files.delete(folder.resolve("shards/1/conformance/report.json"));
      var without = Merge.of(folder.resolve("shards"), folder.resolve("without"));
      assertThat(without.code()).isEqualTo(1);
      assertThat(without.report().path("error").asString()).isEqualTo("shard 2/3 is missing");
      assertThat(ReportSchema.faults(without.report().toString())).isEmpty();
    }
  }

  private static JsonNode run(ApiServer server, Path output, Map<String, String> more)
      throws Exception {
    var variables = new HashMap<>(more);
    variables.put("TARGET_TOKEN", "fixture-token");
    variables.put("TARGET_AGENT_ID", String.join(",", Fleet.agents(AGENTS)));
    var options =
        List.of("-Dtarget.url=" + server.url(), "-Dtarget.rate=1000", "-Dtarget.reread_after=1ms");
    var run = ForkedRun.start(output, variables, options);
    var report = output.resolve("conformance/report.json");
    assertThat(report).as(run.console()).exists();
    return new JsonMapper().readTree(report.toFile());
  }

  /** Each element as JSON, without the traceparent, which is another in every exchange. */
  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(value -> texts.add(value.toString().replaceAll("00(-[0-9a-f]+){3}", "")));
    return texts;
  }
}
