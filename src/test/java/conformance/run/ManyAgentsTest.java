package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Contracts;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Behaviour;
import conformance.fixture.Fleet;
import conformance.http.Route;
import conformance.http.Target;
import conformance.http.Token;
import conformance.http.Tokens;
import conformance.known.KnownDeviation;
import conformance.known.KnownDeviations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One run judges many agents, some of them concurrently. */
@Tag("slow")
class ManyAgentsTest {
  private static final Path SCHEMAS = Path.of("schemas");

  @Test
  void overlapsAsManyExchangesAsAreAllowedAndTellsThemInOrder() {
    var agents = IntStream.range(0, 12).mapToObj("agent-%02d"::formatted).toList();
    var lines = new ArrayList<String>();
    var under = new AtomicInteger();
    var most = new AtomicInteger();
    // The first request waits for a second one: without concurrency it would get no response.
    var pair = new CountDownLatch(2);
    Behaviour behaviour =
        (request, documented) -> {
          most.accumulateAndGet(under.incrementAndGet(), Math::max);
          var answer = whenTwoAre(pair);
          under.decrementAndGet();
          return answer;
        };
    try (var server = ApiServer.worse(behaviour)) {
      var report = run(server, agents, 2, lines);
      assertThat(most.get()).isEqualTo(2);
      assertThat(report.results().stream().filter(it -> it.exchange().isPresent()))
          .extracting(it -> it.interaction().parameters().get("agent_id"))
          .containsExactlyElementsOf(agents.stream().flatMap(it -> Stream.of(it, it)).toList());
      assertThat(lines.subList(1, 1 + agents.size()))
          .zipSatisfy(agents, (line, agent) -> assertThat(line).contains(agent));
    }
  }

  @Test
  void acceptsKnownDeviationsWhetherOrNotThereIsRoomToKeepTheirPlaces() {
    var faulty = "[%s]".formatted(String.join(",", Collections.nCopies(100, "{}")));
    var rule = "batches/batch.schema.json#/required/status";
    var known = List.of(entry(rule, "/*"), entry(rule, "/99"));
    try (var server = Fleet.server(agent -> Answer.of(200, faulty))) {
      var target =
          new Target(
              server.url(),
              Token.of("fixture-token"),
              Duration.ofSeconds(20),
              OptionalDouble.empty());
      var agents = Fleet.agents(120).subList(1, 120);
      var report = run(target, agents, new KnownDeviations(known, LocalDate.EPOCH), line -> {});
      var findings = report.findings().filter(it -> it.rule().id().equals(rule)).toList();
      assertThat(findings.stream().filter(it -> it.verdict() instanceof Verdict.Known))
          .hasSize(119);
      assertThat(findings.stream().filter(it -> it.counts().deviating() > 0))
          .allSatisfy(it -> assertThat(it.counts().deviating()).isEqualTo(100))
          .allSatisfy(it -> assertThat(it.counts().deviations()).hasSize(5_000 / 119));
      assertThat(report.knownProblems()).isEmpty();
    }
  }

  private static KnownDeviation entry(String rule, String location) {
    return new KnownDeviation(
        rule, Optional.empty(), Map.of(), Optional.of(location), "r", "t", "o", LocalDate.MAX);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10, '20 requests to http://127.0.0.1:1, at most 1.0 a second'",
    "5, 1000, '2,000 requests to http://127.0.0.1:1, at most 5.0 a second: 6 minutes 40 seconds at least'",
    "1000, 1000, '2,000 requests to http://127.0.0.1:1, at most 1000.0 a second'"
  })
  void saysHowLongItTakesWhereTheRateDecidesIt(double rate, int agents, String line) {
    var target =
        new Target(
            URI.create("http://127.0.0.1:1"),
            Token.of("many-agents"),
            Duration.ofSeconds(20),
            OptionalDouble.of(rate));
    var none = new KnownDeviations(List.of(), LocalDate.EPOCH);
    assertThatThrownBy(
            () ->
                run(
                    target,
                    Fleet.agents(agents),
                    none,
                    progress -> {
                      throw new IllegalStateException(progress);
                    }))
        .hasMessage(line);
  }

  private static RunResult run(
      ApiServer server, List<String> agents, int concurrency, List<String> lines) {
    var target =
        new Target(
            server.url(),
            Tokens.of(Token.of("many-agents")),
            Duration.ofSeconds(20),
            OptionalDouble.empty(),
            concurrency,
            Route.DIRECT,
            Target.MAX_BODY);
    return run(target, agents, new KnownDeviations(List.of(), LocalDate.EPOCH), lines::add);
  }

  private static RunResult run(
      Target target, List<String> agents, KnownDeviations known, Consumer<String> progress) {
    var contract = Contracts.read(SCHEMAS, "batches");
    var assignment =
        new RunRequest(target, "live", Map.of("agent_id", agents), Duration.ZERO, ProbePolicy.NONE);
    return ConformanceRun.of(SCHEMAS, contract, known, new Strictness(false, false))
        .judge(assignment, progress);
  }

  private static Answer whenTwoAre(CountDownLatch there) {
    there.countDown();
    try {
      assertThat(there.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Answer.of(200, "[]");
  }
}
