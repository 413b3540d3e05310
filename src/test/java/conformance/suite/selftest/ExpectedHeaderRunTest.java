package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Only the build that the settings expect is judged, from the first request to the last. */
class ExpectedHeaderRunTest {
  private static final String NEW = "2026.11.30";
  private static final String OLD = "2026.11.29";

  /** The number of ordinary requests of a run: looks, reads, and those between the probes. */
  private static final int LAST = 11;

  @TempDir Path folder;

  /** A server whose header field depends on the number of the ordinary request, from 1. */
  private static ApiServer server(IntFunction<String> build) {
    var ordinary = new AtomicInteger();
    return ApiServer.worse(
        (request, documented) -> {
          if (documented != ApiServer.DATA || !request.method().equals("GET")) {
            return documented;
          }
          var headers = new HashMap<>(documented.headers());
          headers.put("X-Version", build.apply(ordinary.incrementAndGet()));
          return new Answer(documented.status(), headers, documented.body());
        });
  }

  private NestedRun run(ApiServer server, String expected) throws Exception {
    return NestedRun.with(
        folder,
        Map.of(
            "target.url", server.url().toString(),
            "target.reread_after", "1ms",
            "target.rate", "1000",
            "target.expect_header", expected,
            "target.wait", "0s"),
        Map.of(
            "TARGET_AGENT_ID", "3c90c3cc-0d44-4b50-8888-8dd25736052a",
            "TARGET_TOKEN", "fixture-token"));
  }

  @Test
  void tellsInEveryFormWhichBuildItJudged() throws Exception {
    var count = new AtomicInteger();
    try (var server =
        server(
            ordinary -> {
              count.set(ordinary);
              return NEW;
            })) {
      var run = run(server, "x-version: " + NEW);
      assertThat(run.outcome()).isEqualTo("conforms");
      assertThat(run.report().at("/target/build").toString())
          .isEqualTo("{\"header\":\"x-version\",\"expected\":\"%1$s\",\"seen\":[\"%1$s\"]}", NEW);
      assertThat(run.console().lines()).contains("build: x-version \"%s\"".formatted(NEW));
      assertThat(Files.readString(folder.resolve("conformance/summary.md")).lines())
          .contains("Build: x-version \"%s\"".formatted(NEW));
      assertThat(Files.readString(folder.resolve("allure-results/environment.properties")))
          .contains("Build=x-version\\u0020\"2026.11.30\"");
      assertThat(count).hasValue(LAST);
      assertThat(server.asked()).hasSize(run.report().path("requests").asInt());
      assertThat(run.console()).startsWith(server.asked().size() + " requests to ");
    }
  }

  /** In the second read, in a look between the probes, in the one after the last request. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, LAST})
  void keepsNothingIfAnotherBuildTakesOver(int from) throws Exception {
    var last = new AtomicInteger();
    try (var server =
        server(
            ordinary -> {
              last.set(ordinary);
              return ordinary < from ? NEW : OLD;
            })) {
      var run = run(server, "X-Version: " + NEW);
      assertThat(last.get()).isGreaterThanOrEqualTo(from);
      assertThat(run.outcome()).isEqualTo("environment");
      assertThat(run.total("kept") + run.total("broken") + run.total("advice")).isZero();
      assertThat(run.report().path("coverage").path("rules").valueStream())
          .isNotEmpty()
          .allMatch(examined -> examined.asInt() == 0);
      assertThat(run.passed()).isZero();
      assertThat(run.failures())
          .containsExactly(
              ("list batches, agent_id 3c90c3cc-0d44-4b50-8888-8dd25736052a: X-Version was \"%s\","
                      + " and then \"%s\": another build answered on the way. Run again when its"
                      + " deployment has ended. Nothing of this run is kept.")
                  .formatted(NEW, OLD));
      assertThat(strings(run.report().at("/target/build/seen"))).containsExactly(NEW, OLD);
      assertThat(run.console().lines())
          .contains(
              "build: X-Version \"%1$s\", then \"%2$s\", expected \"%1$s\"".formatted(NEW, OLD));
    }
  }

  @Test
  void asksNothingMoreOfAnotherBuild() throws Exception {
    try (var server = server(ordinary -> OLD)) {
      var run = run(server, "X-Version: " + NEW);
      assertThat(server.asked()).hasSize(1);
      assertThat(run.outcome()).isEqualTo("environment");
      assertThat(run.total("kept") + run.total("broken")).isZero();
      assertThat(run.failures())
          .containsExactly(
              ("list batches, agent_id 3c90c3cc-0d44-4b50-8888-8dd25736052a: X-Version was not"
                      + " \"%s\" within 0 s, at last \"%s\". Wait until that build is deployed, or"
                      + " mend target.expect_header or target.wait.")
                  .formatted(NEW, OLD));
    }
  }

  @Test
  void leavesNoTokenThatTheFieldRepeats() throws Exception {
    try (var server = server(ordinary -> ordinary == 1 ? NEW : "fixture-token " + NEW)) {
      var run = run(server, "X-Version: " + NEW);
      assertThat(run.outcome()).isEqualTo("environment");
      assertThat(strings(run.report().at("/target/build/seen")))
          .containsExactly(NEW, "[token] " + NEW);
      assertThat(run.console()).contains("[token] " + NEW).doesNotContain("fixture-token");
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("fixture-token");
        }
      }
    }
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(value -> strings.add(value.asString()));
    return strings;
  }
}
