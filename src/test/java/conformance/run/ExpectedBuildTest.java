package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.ExpectedHeader;
import conformance.contract.Interaction;
import conformance.contract.ResponseHead.Header;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.Fixture;
import conformance.http.Sender;
import conformance.http.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run waits for the build that it is to judge. */
class ExpectedBuildTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void waitsUntilTheBuildAnswersAndTellsWhatElseCame() {
    var answers = List.of("a", "a", "b\u0007", "", "2");
    var number = new AtomicInteger();
    try (var server =
        ApiServer.worse(
            (request, documented) -> {
              var headers = new HashMap<>(documented.headers());
              var build = answers.get(number.getAndIncrement());
              if (!build.isEmpty()) {
                headers.put("X-Version", build);
              }
              return new Answer(503, headers, "");
            })) {
      var build = build(server);
      assertThat(build.await(lines::add)).isEmpty();
      assertThat(number).hasValue(answers.size());
      assertThat(build.judged()).hasToString("X-Version \"2\"");
      assertThat(lines)
          .allMatch(line -> line.startsWith("waiting for X-Version \"2\", "))
          .extracting(line -> line.replaceFirst(".* s at most: now ", ""))
          .containsExactly("\"a\"", "\"b\\u0007\"", "none");
    }
  }

  @Test
  void doesNotTakeATargetThatIsGoneForAnotherBuild() {
    ExpectedBuild build;
    int port;
    try (var server =
        ApiServer.worse((request, documented) -> new Answer(200, Map.of("X-Version", "2"), "[]"))) {
      build = build(server);
      port = server.url().getPort();
      assertThat(build.await(lines::add)).isEmpty();
      assertThat(build.changed(List.of())).isEmpty();
    }
    assertThat(build.changed(List.of()).orElseThrow().reason())
        .isEqualTo(
            "X-Version was \"2\", and then 127.0.0.1:%d refused the connection: which build"
                + " answers now is not known",
            port);
  }

  private static ExpectedBuild build(ApiServer server) {
    var contract = Contracts.read(Path.of("schemas"), "batches");
    var operation = contract.operations().get(0);
    var target =
        new Target(server.url(), Fixture.TOKEN, Duration.ofMillis(1500), OptionalDouble.empty());
    return new ExpectedBuild(
        new ExpectedHeader(new Header("X-Version", "2"), Duration.ofMinutes(1)),
        new Sender(target),
        new Interaction(operation.name(), operation, Map.of("agent_id", "a")),
        Duration.ofMillis(1));
  }
}
