package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Credential;
import conformance.contract.EnvironmentFault;
import conformance.contract.Finding;
import conformance.contract.Outcome;
import conformance.contract.Request;
import conformance.contract.RunResult;
import conformance.contract.SecurityScheme;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Behaviour;
import conformance.fixture.Fleet;
import conformance.http.Route;
import conformance.http.Sender;
import conformance.http.Target;
import conformance.http.Token;
import conformance.http.TokenCommand;
import conformance.http.Tokens;
import conformance.report.EnvironmentSummary;
import conformance.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that the target accepts for a while only. */
@Tag("slow")
class EndingTokenTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z";
  private static final Answer REFUSED = ApiServer.error(401, "the token has expired");

  @TempDir private Path folder;

  private final AtomicInteger answered = new AtomicInteger();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  /** Whatever token is the present one ends after so many answers to agents of the fleet. */
  private Behaviour endsAfter(int answers) {
    return (request, documented) -> {
      var agent = Fleet.agents(1_000).stream().anyMatch(request.path()::contains);
      var token = request.authorization();
      if (!token.matches("Bearer (fixture|fresh)-token[0-9]*") || !agent) {
        return documented.status() == 401 && token.startsWith("Bearer fresh")
            ? ApiServer.error(404, "there is no such agent")
            : documented;
      }
      if (ended.contains(token)) {
        return REFUSED;
      }
      if (answered.incrementAndGet() == answers) {
        ended.add(token);
      }
      return Answer.of(200, "[]");
    };
  }

  @Test
  void endsARunOnAThousandAgentsWithOneFault() {
    try (var server = ApiServer.worse(endsAfter(800))) {
      var lines = new ArrayList<String>();
      var report = report(server, 1_000, Optional.empty(), ProbePolicy.READING, lines);
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(faults(report)).hasSize(1);
      assertThat(faults(report).get(0).reason())
          .matches(
              "the token was accepted until " + TIME + ", and is refused since then: status 401");
      assertThat(faults(report).get(0).remedy())
          .isEqualTo(
              "Give a token that lasts as long as the run, or a program that gives new ones:"
                  + " target.token_command.");
      // Those in flight are refused as well, and the last accepted request is sent once more.
      assertThat(server.asked()).hasSizeBetween(801, 830);
      assertThat(report.results())
          .filteredOn(result -> result.environment().isPresent())
          .flatExtracting(result -> result.findings())
          // A refusal shows as well as any response whether it repeats the token.
          .filteredOn(finding -> !finding.rule().id().endsWith("/token-not-repeated"))
          .extracting(Finding::verdict)
          .noneMatch(Verdict.Kept.class::isInstance);
      assertThat(EnvironmentSummary.lines(report)).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void goesOnWithTheNextTokenThatTheCommandGives() throws IOException {
    try (var server = ApiServer.worse(endsAfter(800))) {
      var lines = new ArrayList<String>();
      var report = report(server, 1_000, command("echo fresh-token"), ProbePolicy.NONE, lines);
      assertThat(report.outcome()).as(Summary.text(report)).isEqualTo(Outcome.CONFORMS);
      assertThat(report.notices()).hasSize(1);
      assertThat(report.notices().get(0))
          .matches(
              "the token was accepted until %s; target.token_command, .*/give-token, gave another"
                  .formatted(TIME));
      assertThat(lines).contains(report.notices().get(0));
      assertThat(report.results().stream().filter(it -> it.environment().isPresent())).isEmpty();
      assertThat(asked()).isEqualTo(1);
    }
  }

  @Test
  void isAskedOnceMoreForEachTokenThatEnds() throws IOException {
    Behaviour each =
        (request, documented) -> {
          var token = request.authorization();
          if (ended.contains(token)) {
            return REFUSED;
          }
          if (answered.incrementAndGet() % 10 == 0) {
            ended.add(token);
          }
          return Answer.of(200, "[]");
        };
    try (var server = ApiServer.worse(each)) {
      var command = command("echo fresh-token$(wc -l < " + folder.resolve("asked") + ")");
      var report = report(server, 12, command, ProbePolicy.NONE, new ArrayList<>());
      assertThat(report.outcome()).as(Summary.text(report)).isEqualTo(Outcome.CONFORMS);
      assertThat(report.notices()).hasSize(2);
      assertThat(asked()).isEqualTo(2);
    }
  }

  @Test
  void isNotAskedAgainWhenTheNextTokenIsRefusedToo() throws IOException {
    try (var server = ApiServer.worse(endsAfter(5))) {
      ended.add("Bearer fresh-token");
      var report =
          report(server, 20, command("echo fresh-token"), ProbePolicy.READING, new ArrayList<>());
      assertThat(report.outcome()).isEqualTo(Outcome.ENVIRONMENT);
      assertThat(faults(report).get(0).toString())
          .matches(
              "the token was accepted until %s, and the one that target.token_command, .*/give-token, gave then is refused as well: status 401\\. Run the program by hand, without a shell: does it give a token that is valid now\\?"
                  .formatted(TIME));
      assertThat(faults(report)).hasSize(1);
      assertThat(asked()).isEqualTo(1);
    }
  }

  @Test
  void saysThatTheCommandFailed() throws IOException {
    try (var server = ApiServer.worse(endsAfter(5))) {
      var report =
          report(server, 20, command("echo s3cret; exit 4"), ProbePolicy.NONE, new ArrayList<>());
      assertThat(faults(report)).hasSize(1);
      assertThat(faults(report).get(0).reason())
          .matches(
              "the token was accepted until %s, and there is no other: target.token_command, .*/give-token, gave no token: it ended with exit code 4"
                  .formatted(TIME));
      assertThat(asked()).isEqualTo(1);
    }
  }

  /** One agent is not the owner's: that says nothing of the token. */
  @Test
  void takesARefusalOfOneAgentForWhatItIs() throws IOException {
    Behaviour one =
        (request, documented) ->
            request.path().contains(Fleet.agents(5).get(3))
                ? ApiServer.error(403, "forbidden")
                : Answer.of(200, "[]");
    try (var server = ApiServer.worse(one)) {
      var report =
          report(server, 8, command("echo fresh-token"), ProbePolicy.NONE, new ArrayList<>());
      assertThat(faults(report))
          .extracting(EnvironmentFault::reason)
          .containsExactly("the target refused the token: status 403");
      assertThat(asked()).isZero();
    }
  }

  /** The request that an ended token was refused for may be refused for what it asks for, too. */
  @Test
  void doesNotTakeARefusalOfOneAgentForTheEndOfTheNextToken() throws IOException {
    Behaviour one =
        (request, documented) -> {
          var theirs = request.path().equals("/theirs");
          if (theirs && request.authorization().equals("Bearer fixture-token")) {
            ended.add(request.authorization());
          }
          return ended.contains(request.authorization())
              ? REFUSED
              : theirs ? ApiServer.error(403, "forbidden") : Answer.of(200, "[]");
        };
    try (var server = ApiServer.worse(one)) {
      var token =
          new AcceptedToken(
              new Sender(target(server, command("echo fresh-token"))), new ArrayList<>()::add);
      assertThat(status(token, "/own")).isEqualTo(200);
      assertThat(status(token, "/theirs")).isEqualTo(403);
      assertThat(token.ended()).isEmpty();
      assertThat(status(token, "/own")).isEqualTo(200);
      assertThat(token.notices()).hasSize(1);
      assertThat(asked()).isEqualTo(1);
    }
  }

  private static int status(AcceptedToken token, String path) {
    var request = new Request("GET", path, "application/json", Credential.TOKEN);
    return token.send(request, (head, body) -> {}).head().orElseThrow().status();
  }

  /** The token ends among the probes: a refusal of it must not be taken for one of theirs. */
  @Test
  void repeatsTheProbesThatAnEndedTokenWasSentWith() throws IOException {
    Behaviour amid =
        (request, documented) -> {
          var token = request.authorization();
          if (token.equals("Bearer fixture-token") && answered.incrementAndGet() > 5) {
            return REFUSED;
          }
          return token.equals("Bearer fresh-token")
              ? request.path().endsWith("/%s/all".formatted(Fleet.agents(1).get(0)))
                      && request.method().equals("GET")
                  ? ApiServer.DATA
                  : documented.status() == 401
                      ? ApiServer.error(404, "there is no such agent")
                      : documented
              : documented;
        };
    try (var server = ApiServer.worse(amid)) {
      var report =
          report(server, 1, command("echo fresh-token"), ProbePolicy.READING, new ArrayList<>());
      assertThat(report.notices()).hasSize(1);
      assertThat(
              report
                  .findings()
                  .filter(it -> it.rule().id().endsWith("/agent_id/unknown/status"))
                  .map(Finding::verdict))
          .containsExactly(new Verdict.Kept());
      assertThat(
              report
                  .findings()
                  .filter(it -> it.rule().id().contains("/parameters/"))
                  .filter(Finding::deviates)
                  .filter(it -> !it.rule().id().contains("other-case")))
          .isEmpty();
    }
  }

  private Optional<TokenCommand> command(String script) throws IOException {
    var file = folder.resolve("give-token");
    Files.writeString(
        file, "#!/bin/sh\necho >> %s\n%s\n".formatted(folder.resolve("asked"), script));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return Optional.of(TokenCommand.of(file.toString(), SecurityScheme.BEARER));
  }

  private long asked() throws IOException {
    var file = folder.resolve("asked");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  private static List<EnvironmentFault> faults(RunResult report) {
    return report.results().stream()
        .flatMap(result -> result.environment().stream())
        .distinct()
        .toList();
  }

  private static RunResult report(
      ApiServer server,
      int agents,
      Optional<TokenCommand> command,
      ProbePolicy probing,
      List<String> lines) {
    var request =
        new RunRequest(
            target(server, command),
            "live",
            Map.of("agent_id", Fleet.agents(agents)),
            Duration.ZERO,
            probing);
    return ConformanceRun.of(
            SCHEMAS,
            Contracts.read(SCHEMAS, "batches"),
            FixtureRun.at(server.url()).withShippedEntries().known(),
            new Strictness(false, true, false))
        .judge(request, lines::add);
  }

  private static Target target(ApiServer server, Optional<TokenCommand> command) {
    return new Target(
        server.url(),
        new Tokens(Token.of("fixture-token"), Optional.empty(), command),
        Duration.ofSeconds(20),
        OptionalDouble.empty(),
        Target.CONCURRENCY,
        Route.DIRECT,
        Target.MAX_BODY);
  }
}
