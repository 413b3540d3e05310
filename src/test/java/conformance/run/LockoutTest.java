package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.EnvironmentFault;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Asked;
import conformance.fixture.ApiServer.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that lock out who shows wrong tokens are conforming, and are not judged by a lock. */
class LockoutTest {
  private static final String VALID = "(?i:bearer) fixture-token";
  private static final String SINCE =
      "since the requests without a valid token the ordinary request is not answered as before: ";
  private static final String ADVICE =
      "The target may lock out who shows wrong tokens: wait until it lets this machine in again, and"
          + " leave them out with target.probe_tokens=false.";

  /** Answers otherwise to everybody from the fifth wrong token on. */
  private record Lock(AtomicInteger wrong, int allowed, Supplier<Answer> answer)
      implements Behaviour {
    static Lock after(int allowed, Supplier<Answer> answer) {
      return new Lock(new AtomicInteger(), allowed, answer);
    }

    @Override
    public Answer answer(Asked request, Answer documented) {
      var locked =
          request.authorization().matches(VALID)
              ? wrong.get() > allowed
              : wrong.incrementAndGet() > allowed;
      return locked ? answer.get() : documented;
    }
  }

  static Stream<Arguments> locks() {
    var html = Map.of("Content-Type", "text/html", "Server", "gate");
    return Stream.of(
        lock(
            "429 without Retry-After",
            new Answer(429, Map.of(), ""),
            "the target was busy at every attempt: status 429"),
        lock(
            "429 with fields of its vendor",
            new Answer(429, Map.of("X-RateLimit-Reset", "900", "Retry-After", "900"), ""),
            "the target was busy at every attempt: status 429"),
        lock(
            "403 for everything",
            ApiServer.error(403, "banned"),
            "the target refused the token: status 403"),
        lock(
            "a page for everything",
            new Answer(200, html, "<html><title>Are you human?</title>"),
            "a page, not the API, answered: status 200, title \"Are you human?\", Server \"gate\""),
        lock("423 for the account", ApiServer.error(423, "locked"), "status 423"),
        lock("an empty list", Answer.of(200, "[]"), "the response holds no data any more"));
  }

  private static Arguments lock(String name, Answer answer, String cause) {
    return Arguments.of(name, answer, cause);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("locks")
  void keepsNothingThatALockedOutClientWasAnswered(String name, Answer answer, String cause) {
    try (var server = ApiServer.worse(Lock.after(4, () -> answer))) {
      var report = run(server).report(ProbePolicy.READING, line -> {});
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(report.results().stream().flatMap(it -> it.environment().stream()))
          .containsExactly(new EnvironmentFault(SINCE + cause, ADVICE));
      assertThat(report.findings().filter(Finding::deviates).filter(LockoutTest::ofTarget))
          .isEmpty();
      for (var rule : List.of("no-header", "empty-token", "wrong-token")) {
        assertThat(verdict(report, rule)).as(rule).isEqualTo(new Verdict.Kept());
      }
      for (var rule :
          List.of(
              "token-cut-short",
              "token-too-long",
              "basic-scheme",
              "no-scheme",
              "token-in-query",
              "lower-case-scheme")) {
        assertThat(verdict(report, rule))
            .as(rule)
            .isEqualTo(new Verdict.NotDemonstrated(SINCE + cause));
      }
      assertThat(server.asked()).hasSizeLessThan(35);
    }
  }

  private static FixtureRun run(ApiServer server) {
    return FixtureRun.at(server.url()).withShippedEntries();
  }

  /** The documented example, which has a known deviation, needs no target. */
  private static boolean ofTarget(Finding finding) {
    return !finding.interaction().name().equals("documented example");
  }

  private static Verdict verdict(RunResult report, String rule) {
    return report
        .findings()
        .filter(it -> it.rule().id().endsWith("/security/" + rule))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  /** It takes a token from the query, which nobody can tell of who is banned by then. */
  @Test
  void isNotGreenForAServerThatBansAndTakesTheTokenFromTheQuery() {
    var lock = Lock.after(4, () -> ApiServer.error(403, "banned"));
    Behaviour behaviour =
        (request, documented) ->
            lock.answer(
                request,
                request.query().contains("access_token=fixture-token")
                    ? ApiServer.DATA
                    : documented);
    try (var server = ApiServer.worse(behaviour)) {
      var report = run(server).report(ProbePolicy.READING, line -> {});
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(verdict(report, "token-in-query")).isInstanceOf(Verdict.NotDemonstrated.class);
      assertThat(server.asked()).hasSizeLessThan(40);
    }
  }

  /** Data that a wrong token was given before the lock is given away all the same. */
  @Test
  void tellsOfDataThatWasGivenAwayBeforeTheLock() {
    // One more than are sent before: two of a group are sent at once, in any order.
    var lock = Lock.after(5, () -> ApiServer.error(403, "banned"));
    Behaviour behaviour =
        (request, documented) ->
            lock.answer(
                request,
                request.authorization().equals("Bearer fixture-toke")
                    ? ApiServer.DATA
                    : documented);
    try (var server = ApiServer.worse(behaviour)) {
      var report = run(server).report(ProbePolicy.READING, line -> {});
      assertThat(report.outcome()).isEqualTo(Outcome.DEVIATES);
      assertThat(report.findings().filter(Finding::deviates).filter(LockoutTest::ofTarget))
          .extracting(it -> it.rule().id().replaceFirst(".*/", ""))
          .containsExactly("token-cut-short");
    }
  }

  @Test
  void conformsWithoutWrongTokens() {
    try (var server = ApiServer.worse(Lock.after(4, () -> ApiServer.error(403, "banned")))) {
      var lines = new ArrayList<String>();
      var report = run(server).report(new ProbePolicy(true, false, false), lines::add);
      assertThat(report.outcome()).isEqualTo(Outcome.CONFORMS);
      assertThat(lines.get(0)).startsWith(server.asked().size() + " requests to ");
      assertThat(server.asked().stream().map(Asked::authorization).distinct())
          .containsExactlyInAnyOrder("Bearer fixture-token", "bearer fixture-token", "");
      assertThat(verdict(report, "no-header")).isInstanceOf(Verdict.Kept.class);
      assertThat(verdict(report, "wrong-token"))
          .isEqualTo(new Verdict.NotApplicable("target.probe_tokens=true asks them"));
    }
  }

  /** It throttles wrong tokens only: who shows the right one is let in all the time. */
  @Test
  void doesNotRepeatAProbeThatIsAnsweredWithBusy() {
    var wrong = new AtomicInteger();
    Behaviour throttle =
        (request, documented) ->
            documented.status() == 401 && wrong.incrementAndGet() > 4
                ? new Answer(429, Map.of(), "")
                : documented;
    try (var server = ApiServer.worse(throttle)) {
      var lines = new ArrayList<String>();
      var report = run(server).report(ProbePolicy.READING, lines::add);
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(lines.get(0)).startsWith(server.asked().size() + " requests to ");
      assertThat(report.results().stream().flatMap(it -> it.environment().stream()))
          .containsExactly(
              new EnvironmentFault(
                  "the target was busy: status 429",
                  "Try later, or leave wrong tokens out: target.probe_tokens=false."));
      assertThat(verdict(report, "token-in-query"))
          .isEqualTo(new Verdict.NotDemonstrated("the target was busy: status 429"));
      assertThat(verdict(report, "lower-case-scheme")).isInstanceOf(Verdict.Kept.class);
      assertThat(report.findings().filter(Finding::deviates).filter(LockoutTest::ofTarget))
          .extracting(Finding::rule)
          .noneMatch(rule -> rule.level() == Level.MUST);
    }
  }

  /** The probes of a target without any of this cost one request more for each group. */
  @Test
  void announcesTheOrdinaryRequestAfterEachGroup() {
    try (var server = ApiServer.good()) {
      var lines = new ArrayList<String>();
      var report = run(server).report(ProbePolicy.WRITING, lines::add);
      assertThat(lines.get(0)).startsWith("33 requests to ");
      assertThat(server.asked()).hasSize(33);
      assertThat(report.outcome()).isEqualTo(Outcome.CONFORMS);
      var first = server.asked().get(0);
      // Two reads, then HEAD and OPTIONS, ten parameters, four that write, thrice three tokens.
      assertThat(List.of(4, 15, 20, 24, 28, 32))
          .allSatisfy(at -> assertThat(server.asked().get(at)).isEqualTo(first));
    }
  }
}
