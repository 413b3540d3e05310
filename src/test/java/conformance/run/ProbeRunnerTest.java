package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Contract;
import conformance.contract.ContractException;
import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Asked;
import conformance.fixture.ApiServer.Behaviour;
import conformance.fixture.FixtureServer;
import conformance.http.Target;
import conformance.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Probes of a server other than WireMock, and the message on each weakness. */
class ProbeRunnerTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String RULES = "batches/openapi.yaml#listBatches/";

  @Test
  void findsNoFaultWithAServerThatKeepsTheContract() {
    try (var server = ApiServer.good()) {
      var lines = new ArrayList<String>();
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, lines::add);
      assertThat(deviations(report)).isEmpty();
      assertThat(report.requests()).isEqualTo(server.asked().size());
      assertThat(lines.get(0)).startsWith(server.asked().size() + " requests to ");
    }
  }

  @Test
  void sendsNothingThatWritesUnlessAsked() {
    try (var server = ApiServer.good()) {
      var lines = new ArrayList<String>();
      var report = FixtureRun.at(server.url()).report(ProbePolicy.READING, lines::add);
      assertThat(server.asked().stream().map(Asked::method)).containsOnly("GET", "HEAD", "OPTIONS");
      assertThat(lines.get(0)).startsWith(server.asked().size() + " requests to ");
      assertThat(deviations(report)).isEmpty();
      assertThat(report.findings().filter(it -> it.rule().id().contains("/methods/delete")))
          .hasSize(1)
          .allMatch(it -> it.verdict().toString().contains("target.probe_writes=true asks them"));
    }
  }

  @Test
  void findsNoFaultWithHeadForWhatGetDoesAsWell() {
    Behaviour behaviour =
        (request, documented) ->
            documented.status() == 200
                ? new Answer(200, Map.of("Content-Type", "text/plain"), documented.body())
                : documented;
    try (var server = ApiServer.worse(behaviour)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.READING, line -> {});
      assertThat(report.findings().filter(it -> it.rule().id().endsWith("/methods/head")))
          .hasSize(1)
          .allMatch(it -> it.verdict() instanceof Verdict.Kept);
    }
  }

  /** A write that one operation accepts could change what another operation returns. */
  @Test
  void readsEveryOperationBeforeItProbesAny() {
    var contract = Contracts.read(SCHEMAS, "batches");
    var operation = contract.operations().get(0);
    var two = new Contract("batches", "two", contract.edition(), List.of(operation, operation));
    try (var server = ApiServer.good()) {
      var target =
          new Target(
              server.url(), FixtureServer.TOKEN, Duration.ofSeconds(20), OptionalDouble.empty());
      var known = new KnownDeviations(List.of(), LocalDate.EPOCH);
      ConformanceRun.of(SCHEMAS, two, known, new Strictness(false, false))
          .judge(
              new RunRequest(target, "live", Map.of(), Duration.ZERO, ProbePolicy.WRITING),
              line -> {});
      assertThat(server.asked().subList(0, 4)).containsOnly(server.asked().get(0));
      assertThat(server.asked()).hasSizeGreaterThan(40);
    }
  }

  @Test
  void sendsAnEmptySegmentAsItIs() {
    try (var server = ApiServer.good()) {
      FixtureRun.at(server.url()).report(ProbePolicy.READING, line -> {});
      assertThat(server.asked().stream().map(Asked::path))
          .contains("/batches//all", "/batches/%2E%2E/all");
    }
  }

  @Test
  void sendsSeveralAtTheSameTimeButAloneWhatMightChangeSomething() {
    var reading = new Meeting();
    var writing = new Meeting();
    var writes = List.of("POST", "PUT", "PATCH", "DELETE");
    Behaviour behaviour =
        (request, documented) -> {
          (writes.contains(request.method()) ? writing : reading).attend();
          return documented;
        };
    try (var server = ApiServer.worse(behaviour)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, line -> {});
      assertThat(reading.most()).isEqualTo(2);
      assertThat(writing.most()).isEqualTo(1);
      assertThat(server.asked().stream().map(Asked::method).filter(writes::contains))
          .isEqualTo(writes);
      assertThat(deviations(report)).isEmpty();
    }
  }

  /** Makes requests wait a moment for concurrent ones. */
  private static final class Meeting {
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    void attend() {
      most.accumulateAndGet(here.incrementAndGet(), Math::max);
      Pause.of(Duration.ofMillis(50));
      here.decrementAndGet();
    }

    int most() {
      return most.get();
    }
  }

  static Stream<Arguments> otherConformingServers() {
    return Stream.of(
        other(
            "implements GET and HEAD only",
            (request, documented) ->
                List.of("GET", "HEAD").contains(request.method())
                    ? documented
                    : ApiServer.error(501, "not implemented")),
        other(
            "calls an Authorization without a token or a scheme a bad request",
            (request, documented) ->
                request.authorization().matches("(Bearer)?\\s*|fixture-token")
                        && !request.authorization().isEmpty()
                    ? ApiServer.error(400, "invalid_request")
                    : documented),
        other(
            "lets a server in front of it refuse what is no path of the API",
            (request, documented) ->
                request.path().contains("%2E%2E") ? html(404, "Not found") : documented),
        other(
            "calls a malformed id unprocessable",
            (request, documented) ->
                documented.status() == 404 && !request.path().contains("f0e1d2c3")
                    ? ApiServer.error(422, "no UUID")
                    : documented),
        other(
            "keeps to itself whether there is such an agent",
            (request, documented) ->
                documented.status() == 404 ? ApiServer.error(403, "not yours") : documented),
        other(
            "has a firewall that refuses what looks like an attack",
            (request, documented) ->
                request.path().contains("%27") || request.path().contains("%2E%2E")
                    ? html(403, "Forbidden")
                    : documented),
        other(
            "has a router that cleans the path",
            (request, documented) ->
                request.path().contains("//")
                    ? new Answer(301, Map.of("Location", "/batches/all"), "")
                    : documented),
        other(
            "has a page for what is none of the API's paths",
            (request, documented) ->
                request.path().matches(".*(%2E%2E|//|%2F|a{300}|%00).*")
                    ? html(200, "Welcome")
                    : documented),
        other(
            "has a firewall that asks for a login where the path is odd",
            (request, documented) ->
                request.path().matches(".*(%2F|%00).*") ? html(401, "Log in") : documented),
        other(
            "has a framework that refuses other methods with a page",
            (request, documented) ->
                documented.status() == 405
                    ? new Answer(
                        405, Map.of("Content-Type", "text/html", "Allow", "GET"), "<h1>No</h1>")
                    : documented),
        other(
            "has a framework that knows no such path for other methods",
            (request, documented) ->
                documented.status() == 405 ? html(404, "Cannot POST") : documented),
        other(
            "has an error of type problem+json",
            (request, documented) ->
                documented.status() == 404
                    ? new Answer(
                        404, Map.of("Content-Type", "application/problem+json"), documented.body())
                    : documented));
  }

  private static Answer html(int status, String text) {
    return new Answer(status, Map.of("Content-Type", "text/html"), "<h1>" + text + "</h1>");
  }

  private static Arguments other(String name, Behaviour behaviour) {
    return Arguments.of(name, behaviour);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherConformingServers")
  void findsNoFaultWithAServerThatKeepsTheContractInAnotherWay(String name, Behaviour behaviour) {
    try (var server = ApiServer.worse(behaviour)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, line -> {});
      assertThat(deviations(report)).isEmpty();
    }
  }

  static Stream<Arguments> weaknesses() {
    return Stream.of(
        weakness(
            "ignores authentication",
            (request, documented) -> documented.status() == 401 ? ApiServer.DATA : documented,
            "security/no-header: the target answers anyone, without asking for a token",
            "security/empty-token: the target takes the scheme alone for a token",
            "security/wrong-token: the target accepts a token that nobody was given",
            "security/token-cut-short: the target accepts it though a part of the token is missing",
            "security/token-too-long: the target accepts it though it is more than the token",
            "security/basic-scheme: the target does not look at the scheme",
            "security/no-scheme: the target does not ask for the scheme",
            "security/token-in-query: the target takes the token from the URL, as RFC 6750 lets"
                + " servers do, but logs and proxies keep URLs"),
        weakness(
            "sends who shows no token to a login page",
            (request, documented) ->
                documented.status() == 401
                    ? new Answer(302, Map.of("Location", "/login"), "")
                    : documented,
            "security/status: it is a redirect to \"/login\", in the response to the request without"
                + " Authorization"),
        weakness(
            "sends on to a login page that is told where to come back to",
            (request, documented) ->
                documented.status() == 401
                    ? new Answer(
                        302,
                        Map.of("Location", "/login?next=" + request.path() + "?" + request.query()),
                        "<a href=\"/login?next=" + request.path() + "?" + request.query() + "\">")
                    : documented,
            "security/status: it is a redirect to \"/login?next=/batches/3c90c3cc-0d44-4b50-8888-8dd25736052a/all?\","
                + " in the response to the request without Authorization"),
        weakness(
            "fails over the scheme in lower case",
            (request, documented) ->
                request.authorization().startsWith("bearer")
                    ? ApiServer.error(500, "oh")
                    : documented,
            "security/lower-case-scheme: the scheme's name is case-insensitive"),
        weakness(
            "gives the data on the way to a login page",
            (request, documented) ->
                request.authorization().isEmpty()
                    ? new Answer(302, Map.of("Location", "/login"), ApiServer.DATA.body())
                    : documented,
            "error/no-data: with status 302 it gives the data away all the same, in the response to"
                + " the request without Authorization",
            "security/status: it is a redirect to \"/login\", in the response to the request without"
                + " Authorization"),
        weakness(
            "calls a request without a token unprocessable",
            (request, documented) ->
                documented.status() == 401 ? ApiServer.error(422, "header missing") : documented,
            "security/status: it is a refusal, but clients expect 401, which asks for a valid"
                + " token, or 403, in the response to the request without Authorization"),
        weakness(
            "knows nothing where there is no token",
            (request, documented) ->
                documented.status() == 401 ? ApiServer.error(404, "what?") : documented,
            "security/status: it is a refusal, but clients expect 401, which asks for a valid"
                + " token, or 403, in the response to the request without Authorization"),
        weakness(
            "fails over every token but its own",
            (request, documented) ->
                documented.status() == 401 ? ApiServer.error(500, "oh") : documented,
            "security/no-failure: the target failed over it, in the response to the request without"
                + " Authorization"),
        weakness(
            "fails over the token in the query alone",
            (request, documented) ->
                request.query().isEmpty() ? documented : ApiServer.error(500, "oh"),
            "security/no-failure: the target failed over it, in the response to the request with the"
                + " token in the query only"),
        weakness(
            "takes the token without a scheme",
            (request, documented) ->
                request.authorization().equals("fixture-token") ? ApiServer.DATA : documented,
            "security/no-scheme: the target does not ask for the scheme"),
        weakness(
            "has an empty list for whoever shows no token",
            (request, documented) ->
                request.authorization().isEmpty() && request.query().isEmpty()
                    ? Answer.of(200, "[]")
                    : documented,
            "security/no-header: it is an answer of success, though without data, and no refusal"),
        weakness(
            "refuses in text",
            (request, documented) ->
                documented.status() == 404
                    ? new Answer(404, Map.of("Content-Type", "text/plain"), "404 page not found")
                    : documented,
            "error/header/Content-Type: it announces another media type, in the response to the"
                + " request for unknown agent_id"),
        weakness(
            "refuses in text of no type",
            (request, documented) ->
                documented.status() == 404
                    ? new Answer(404, Map.of(), "404 page not found")
                    : documented,
            "error/header/Content-Type: readers must guess what the body is, in the response to the"
                + " request for unknown agent_id"),
        weakness(
            "refuses in JSON of no type that ends too early",
            (request, documented) ->
                documented.status() == 404
                    ? new Answer(404, Map.of(), "\n  {\"error\": 404, ")
                    : documented,
            "error/body/json: line 2, column 18, at /error: Unexpected end-of-input within/between"
                + " Object entries, in the response to the request for unknown agent_id",
            "error/header/Content-Type: readers must guess what the body is, in the response to the"
                + " request for unknown agent_id"),
        weakness(
            "has an unusual refusal for whatever is malformed",
            (request, documented) ->
                documented.status() == 404 && !request.path().contains("f0e1d2c3")
                    ? ApiServer.error(409, "conflict")
                    : documented,
            "parameters/agent_id/malformed/status: it is a refusal, but clients expect 400, 403,"
                + " 404 or 422, in the response to the request for agent_id that is no UUID"),
        weakness(
            "takes an id to end at NUL",
            (request, documented) -> request.path().contains("%00") ? ApiServer.DATA : documented,
            "parameters/agent_id/nul/harmless: the target takes what stands before NUL for the whole"
                + " value"),
        weakness(
            "fails over an id with NUL",
            (request, documented) ->
                request.path().contains("%00") ? ApiServer.error(500, "oh") : documented,
            "parameters/agent_id/no-failure: the target failed over it, in the response to the request"
                + " for agent_id with NUL after it"),
        weakness(
            "has an empty list for an unknown agent",
            (request, documented) ->
                documented.status() == 404 && request.path().contains("f0e1d2c3")
                    ? Answer.of(200, "[]")
                    : documented,
            "parameters/agent_id/unknown/status: it tells success where there is nothing"),
        weakness(
            "gives an unknown agent another one's batches",
            (request, documented) ->
                request.path().contains("f0e1d2c3") ? ApiServer.DATA : documented,
            "parameters/agent_id/unknown/harmless: it gives data for a value that nobody has"),
        weakness(
            "shows where it failed over a malformed id",
            (request, documented) ->
                request.path().contains("no-uuid")
                    ? ApiServer.error(400, "at api.Batches.all(Batches.java:12)")
                    : documented,
            "error/inside: it shows a stack trace, in the response to the request for agent_id that"
                + " is no UUID"),
        weakness(
            "repeats the token in an error",
            (request, documented) ->
                documented.status() == 404
                    ? ApiServer.error(404, "no agent for " + request.authorization())
                    : documented,
            "token-not-repeated: whoever keeps, caches or logs the response keeps the token, in the"
                + " response to the request for unknown agent_id"),
        weakness(
            "says nothing with a refusal",
            (request, documented) ->
                documented.status() == 401 ? ApiServer.error(401, "no") : documented,
            "error/header/WWW-Authenticate: a client learns from it how to prove its right, in the"
                + " response to the request without Authorization"),
        weakness(
            "accepts POST",
            (request, documented) ->
                request.method().equals("POST") ? Answer.of(201, "{}") : documented,
            "methods/post: the target accepts a method that is not documented for this path"),
        weakness(
            "lets every error say detail only",
            (request, documented) ->
                documented.status() == 404
                    ? Answer.of(404, "{\"detail\": \"Not found.\"}")
                    : documented,
            "batches/error.advice.schema.json#/anyOf: it has another shape than the documented one,"
                + " in the response to the request for unknown agent_id"),
        weakness(
            "lets every error be a text",
            (request, documented) ->
                documented.status() == 404 ? Answer.of(404, "\"Not found.\"") : documented,
            "batches/error.advice.schema.json#/anyOf: it has another shape than the documented one,"
                + " in the response to the request for unknown agent_id"));
  }

  /** Rules that could not be judged are reported, and not as kept. */
  @Test
  void losesNoRuleWhereTheTargetFails() {
    Behaviour failing =
        (request, documented) ->
            documented.status() == 200 ? documented : ApiServer.error(500, "oh");
    try (var server = ApiServer.worse(failing)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, line -> {});
      var rules = run(SCHEMAS).operations().get(0).probes().rules();
      var lines = report.findings().map(Finding::rule).distinct().toList();
      assertThat(lines).containsAll(rules);
      assertThat(verdicts(report, "/security/no-header"))
          .containsExactly(new Verdict.NotDemonstrated("the target failed over the request"));
      assertThat(verdicts(report, "/security/status"))
          .containsExactly(new Verdict.NotApplicable("no response was one that it is about"));
      assertThat(verdicts(report, "/security/no-failure")).containsExactly(new Verdict.Broken());
    }
  }

  @Test
  void demonstratesNothingOfATargetThatIsBusyWheneverItIsProbed() {
    var busy = new Answer(429, Map.of("Retry-After", "3600"), "");
    var ordinary = new AtomicInteger();
    Behaviour behaviour =
        (request, documented) -> ordinary.incrementAndGet() <= 2 ? documented : busy;
    try (var server = ApiServer.worse(behaviour)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.READING, line -> {});
      var reason =
          new Verdict.NotDemonstrated(
              "since the requests with other methods the ordinary request is not answered as before:"
                  + " the target was busy at every attempt: status 429");
      for (var rule : List.of("/security/no-header", "/security/status", "/error/no-data")) {
        assertThat(verdicts(report, rule)).as(rule).containsExactly(reason);
      }
      assertThat(server.asked()).hasSize(5);
    }
  }

  @Test
  void tellsWhatTheSettingsSwitchOffThoughTheTargetCannotBeProbed() {
    try (var server = ApiServer.worse((request, documented) -> ApiServer.error(500, "oh"))) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.READING, line -> {});
      var off = new Verdict.NotApplicable("target.probe_writes=true asks them");
      for (var rule : List.of("/methods/post", "/methods/status", "/methods/no-failure")) {
        assertThat(verdicts(report, rule)).as(rule).containsExactly(off);
      }
      assertThat(verdicts(report, "/security/status"))
          .hasSize(1)
          .allMatch(it -> it instanceof Verdict.NotDemonstrated);
    }
  }

  private static List<Verdict> verdicts(RunResult report, String rule) {
    return report
        .findings()
        .filter(it -> it.rule().id().endsWith(rule))
        .map(Finding::verdict)
        .toList();
  }

  @Test
  void takesTheLevelThatTheContractGives(@TempDir Path folder) throws IOException {
    var server =
        ApiServer.worse(
            (request, documented) -> request.query().isEmpty() ? documented : ApiServer.DATA);
    try (server) {
      assertThat(levelOfTokenInQuery(SCHEMAS, server)).isEqualTo(Level.SHOULD);
      var schemas = withLevels(folder, "security/token-in-query: must");
      assertThat(levelOfTokenInQuery(schemas, server)).isEqualTo(Level.MUST);
    }
  }

  @Test
  void refusesALevelForARuleThatThereIsNot(@TempDir Path folder) throws IOException {
    var schemas = withLevels(folder, "security/token-in-qery: must");
    assertThatThrownBy(() -> run(schemas))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith(
            "batches/openapi.yaml#listBatches/x-levels: expected the end of a rule's id, one of"
                + " error/body, error/complete, ")
        .hasMessageEndingWith(", not security/token-in-qery");
  }

  private static Level levelOfTokenInQuery(Path schemas, ApiServer server) {
    var target =
        new Target(
            server.url(), FixtureServer.TOKEN, Duration.ofSeconds(20), OptionalDouble.empty());
    var report =
        run(schemas)
            .judge(
                new RunRequest(target, "live", Map.of(), Duration.ZERO, ProbePolicy.READING),
                line -> {});
    return report
        .findings()
        .filter(it -> it.rule().id().endsWith("security/token-in-query") && it.deviates())
        .findFirst()
        .orElseThrow()
        .rule()
        .level();
  }

  private static ConformanceRun run(Path schemas) {
    return ConformanceRun.of(
        schemas,
        Contracts.read(schemas, "batches"),
        new KnownDeviations(List.of(), LocalDate.EPOCH),
        new Strictness(false, false));
  }

  /** A copy of the schema files with a level in openapi.yaml. */
  private static Path withLevels(Path folder, String level) throws IOException {
    for (var source : List.of(SCHEMAS, Path.of("fixtures/__files"))) {
      try (var files = Files.walk(source)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var copy = folder.resolve(file);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    var schemas = folder.resolve(SCHEMAS);
    var openapi = schemas.resolve("batches/openapi.yaml");
    var text = Files.readString(openapi);
    Files.writeString(
        openapi,
        text.replace(
            "      operationId: listBatches\n",
            "      operationId: listBatches\n      x-levels: {" + level + "}\n"));
    return schemas;
  }

  private static Arguments weakness(String name, Behaviour behaviour, String... found) {
    return Arguments.of(name, behaviour, List.of(found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weaknesses")
  void tellsAWeaknessInItsWordsAndNothingElse(
      String name, Behaviour behaviour, List<String> expected) {
    try (var server = ApiServer.worse(behaviour)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, line -> {});
      assertThat(deviations(report)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void asksATargetAgainThatIsBusyAtFirst() {
    var busy =
        new Answer(
            429, Map.of("Content-Type", "text/plain", "Retry-After", "0"), "slow down, please");
    var seen = ConcurrentHashMap.<Asked>newKeySet();
    try (var server =
        ApiServer.worse((request, documented) -> seen.add(request) ? busy : documented)) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.READING, line -> {});
      assertThat(deviations(report)).isEmpty();
      assertThat(report.findings().filter(it -> it.rule().id().endsWith("/error/body/json")))
          .hasSize(1)
          .allMatch(it -> it.counts().examined() > 0);
    }
  }

  @Test
  void doesNotProbeATargetThatCannotBeRead() {
    try (var server = ApiServer.worse((request, documented) -> ApiServer.error(401, "no"))) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, line -> {});
      assertThat(report.results().stream().flatMap(it -> it.environment().stream())).hasSize(1);
      assertThat(server.asked()).hasSize(1);
      assertThat(deviations(report)).isEmpty();
      assertThat(report.findings().filter(it -> it.rule().id().endsWith("/error/body/json")))
          .hasSize(1)
          .allMatch(it -> it.verdict() instanceof Verdict.NotDemonstrated);
    }
  }

  /** The first deviation of each broken rule. */
  private static List<String> deviations(RunResult report) {
    return report.results().stream()
        .filter(result -> result.exchange().isPresent())
        .flatMap(result -> result.findings().stream())
        .filter(finding -> finding.counts().deviating() > 0)
        .map(
            it ->
                it.rule().id().replace(RULES, "") + ": " + it.counts().deviations().get(0).reason())
        .toList();
  }
}
