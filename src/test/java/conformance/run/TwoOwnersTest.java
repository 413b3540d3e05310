package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Asked;
import conformance.fixture.ApiServer.Behaviour;
import conformance.http.Route;
import conformance.http.Target;
import conformance.http.Token;
import conformance.http.Tokens;
import conformance.known.KnownDeviations;
import conformance.report.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Servers that two owners use, in which each may read of the other what it should not. */
class TwoOwnersTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final String FIRST = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  private static final String OTHER = "7d1e0f2a-5b6c-4d7e-8f90-a1b2c3d4e5f6";
  private static final String OTHER_TOKEN = "Bearer another-owner-token";
  private static final Answer OTHERS =
      Answer.of(
          200,
          ApiServer.DATA
              .body()
              .replace("3c90c3cc0d444b5088888dd257360000", "7d1e0f2a5b6c4d7e8f90a1b2c3d40000")
              .replace("customers.csv", "leads-2026.csv"));
  private static final Answer UNKNOWN = ApiServer.error(404, "there is no such agent");
  private static final String BY_FIRST = "request for the other owner's agent_id";
  private static final String BY_OTHER = "request by the other owner";

  /** Who asks for what is the other's is answered with {@code crossing}. */
  private static Behaviour crossing(Behaviour crossing) {
    return (request, documented) -> {
      var first = request.path().toLowerCase().contains(FIRST);
      var other = request.path().toLowerCase().contains(OTHER);
      if (request.authorization().equals(OTHER_TOKEN)) {
        return other ? OTHERS : first ? crossing.answer(request, UNKNOWN) : UNKNOWN;
      }
      return other && request.authorization().equals("Bearer fixture-token")
          ? crossing.answer(request, UNKNOWN)
          : documented;
    };
  }

  private static Answer data(Asked request) {
    return request.authorization().equals(OTHER_TOKEN) ? ApiServer.DATA : OTHERS;
  }

  @Test
  void keepsEveryRuleOfAServerThatKeepsThemApart() {
    var lines = new ArrayList<String>();
    try (var server = ApiServer.worse(crossing((request, unknown) -> unknown))) {
      var report = report(server, OTHER, lines);
      assertThat(report.outcome()).as(Summary.text(report)).isEqualTo(Outcome.CONFORMS);
      assertThat(identities(report)).hasSize(6);
      assertThat(
              identities(report).stream()
                  .filter(it -> !it.rule().id().matches(".*/(no-failure|status)"))
                  .map(Finding::verdict))
          .allSatisfy(it -> assertThat(it).isInstanceOf(Verdict.Kept.class));
      assertThat(lines.get(0)).startsWith(server.asked().size() + " requests to ");
      assertThat(server.asked().stream().filter(it -> it.method().equals("HEAD")))
          .extracting(Asked::authorization)
          .contains(OTHER_TOKEN);
    }
  }

  @Test
  void tellsOfAServerThatLetsAnyValidTokenReadAnyAgent() {
    assertThat(broken(crossing((request, unknown) -> data(request))))
        .containsExactly(
            must("refused", "status", "200", giving(BY_FIRST)),
            must("refused", "status", "200", head("HEAD for the other owner's agent_id")),
            must("refused", "status", "200", giving(BY_FIRST + " in the other case")),
            must("refused", "status", "200", giving(BY_OTHER)),
            must("refused", "status", "200", head("HEAD by the other owner")),
            must("refused", "status", "200", giving(BY_OTHER + " in the other case")));
  }

  @Test
  void tellsOfAServerThatDoesNotLookAtTheOwnerForHead() {
    assertThat(
            broken(
                crossing(
                    (request, unknown) ->
                        request.method().equals("HEAD") ? data(request) : unknown)))
        .containsExactly(
            must("refused", "status", "200", head("HEAD for the other owner's agent_id")),
            must("refused", "status", "200", head("HEAD by the other owner")));
  }

  @Test
  void tellsOfAServerThatDoesNotKnowTheOwnerByUpperCase() {
    assertThat(
            broken(
                crossing(
                    (request, unknown) ->
                        request.path().equals(request.path().toLowerCase())
                            ? unknown
                            : data(request))))
        .containsExactly(
            must("refused", "status", "200", giving(BY_FIRST + " in the other case")),
            must("refused", "status", "200", giving(BY_OTHER + " in the other case")));
  }

  @Test
  void tellsOfAServerThatAnswersWithAnEmptyListWhereItRefusesTheUnknown() {
    assertThat(broken(crossing((request, unknown) -> Answer.of(200, "[]"))).get(0))
        .isEqualTo(
            must(
                "refused",
                "status",
                "200",
                "it is an answer of success, though without data, and no refusal, in the response to"
                    + " the "
                    + BY_FIRST));
  }

  /** It looks for batches of the owner and the agent, and finds none for either. */
  @Test
  void breaksNoMustOfAServerThatHasAnEmptyListForWhateverIsNotTheOwners() {
    Behaviour filtered =
        (request, documented) ->
            documented.status() == 404 && request.method().matches("GET|HEAD")
                ? Answer.of(200, "[]")
                : documented;
    var apart = crossing((request, unknown) -> Answer.of(200, "[]"));
    try (var server =
        ApiServer.worse(
            (request, documented) -> filtered.answer(request, apart.answer(request, documented)))) {
      var report = report(server, OTHER, new ArrayList<>());
      assertThat(report.outcome()).as(Summary.text(report)).isEqualTo(Outcome.CONFORMS);
      assertThat(identities(report).stream().filter(Finding::deviates)).isEmpty();
    }
  }

  @Test
  void advisesAServerThatTellsWhatIsAnothersFromWhatNobodyHas() {
    var found = broken(crossing((request, unknown) -> ApiServer.error(403, "forbidden")));
    assertThat(found).hasSize(6);
    assertThat(found.get(0))
        .isEqualTo(
            "should as-unknown at status: 403, what nobody has is answered with 404, so whoever asks"
                + " learns that there is something, in the response to the "
                + BY_FIRST);
  }

  @Test
  void tellsOfAServerThatMixesTheLists() {
    Behaviour mixing =
        (request, documented) ->
            request.path().contains(OTHER) && request.authorization().equals(OTHER_TOKEN)
                ? Answer.of(
                    200, OTHERS.body().replace("]", ", " + ApiServer.DATA.body().substring(1)))
                : crossing((asked, unknown) -> unknown).answer(request, documented);
    assertThat(broken(mixing))
        .containsExactly(
            must(
                "distinct",
                "/1/batch_id",
                "\"3c90c3cc0d444b5088888dd257360000\"",
                "the first owner has it as well, at /0"));
  }

  @Test
  void demonstratesNothingWithASecondTokenThatIsDead() {
    Behaviour dead =
        (request, documented) ->
            request.authorization().equals(OTHER_TOKEN)
                ? ApiServer.error(401, "expired")
                : documented;
    try (var server = ApiServer.worse(dead)) {
      var report = report(server, OTHER, new ArrayList<>());
      assertThat(report.outcome()).isEqualTo(Outcome.CONFORMS);
      assertThat(identities(report))
          .hasSize(6)
          .allSatisfy(
              it ->
                  assertThat(it.verdict())
                      .isEqualTo(
                          new Verdict.NotDemonstrated(
                              "the other token does not get what is its owner's: the target refused"
                                  + " the token: status 401")));
    }
  }

  /** The refusals of a token that has ended are not those of one that is kept apart. */
  @Test
  void demonstratesNothingWithASecondTokenThatEndsMeanwhile() {
    var asked = new AtomicInteger();
    Behaviour ending =
        (request, documented) ->
            request.authorization().equals(OTHER_TOKEN) && asked.incrementAndGet() > 2
                ? ApiServer.error(401, "expired")
                : crossing((it, unknown) -> unknown).answer(request, documented);
    try (var server = ApiServer.worse(ending)) {
      assertThat(
              identities(report(server, OTHER, new ArrayList<>())).stream()
                  .filter(it -> !it.rule().id().endsWith("/distinct"))
                  .map(Finding::verdict))
          .hasSize(5)
          .containsOnly(
              new Verdict.NotDemonstrated(
                  "the other token does not get what is its owner's: the target refused the token:"
                      + " status 401"));
    }
  }

  @Test
  void saysWhatToSetWhereThereIsNoOtherOwner() {
    try (var server = ApiServer.good()) {
      var lines = new ArrayList<String>();
      var report = report(server, "", lines);
      assertThat(report.outcome()).isEqualTo(Outcome.CONFORMS);
      assertThat(lines.get(0)).startsWith("28 requests to ");
      assertThat(server.asked()).hasSize(28);
      assertThat(identities(report))
          .hasSize(6)
          .allSatisfy(
              it ->
                  assertThat(it.verdict())
                      .isEqualTo(
                          new Verdict.NotApplicable(
                              "TARGET_OTHER_TOKEN and target.other_agent_id ask them")));
    }
  }

  private static String giving(String probe) {
    return "the target gives the data to whoever has a valid token, in the response to the "
        + probe;
  }

  private static String head(String probe) {
    return "it tells that there is something, and what its header fields tell of it, in the response"
        + " to the "
        + probe;
  }

  private static String must(String rule, String location, String actual, String reason) {
    return "must %s at %s: %s, %s".formatted(rule, location, actual, reason);
  }

  /** All that is broken, and nothing but rules on the two owners may be. */
  private static List<String> broken(Behaviour behaviour) {
    try (var server = ApiServer.worse(behaviour)) {
      var report = report(server, OTHER, new ArrayList<>());
      var deviating =
          report
              .findings()
              .filter(Finding::deviates)
              .filter(it -> !it.interaction().isDocumentedExample())
              .toList();
      assertThat(deviating)
          .extracting(it -> it.rule().id())
          .allMatch(id -> id.contains("/identities/"));
      assertThat(report.outcome())
          .isEqualTo(
              deviating.stream().anyMatch(it -> it.rule().level() == Level.MUST)
                  ? Outcome.DEVIATES
                  : Outcome.CONFORMS);
      return deviating.stream().flatMap(TwoOwnersTest::lines).toList();
    }
  }

  private static Stream<String> lines(Finding finding) {
    return finding.counts().deviations().stream()
        .map(
            it ->
                "%s %s at %s: %s, %s"
                    .formatted(
                        finding.rule().level(),
                        finding.rule().id().replaceFirst(".*/", ""),
                        it.location(),
                        it.actual(),
                        it.reason()));
  }

  private static List<Finding> identities(RunResult report) {
    return report.findings().filter(it -> it.rule().id().contains("/identities/")).toList();
  }

  private static RunResult report(ApiServer server, String other, List<String> lines) {
    var tokens = Tokens.of(Token.of("fixture-token"));
    var target =
        new Target(
            server.url(),
            other.isEmpty() ? tokens : tokens.with(Token.of("another-owner-token")),
            Duration.ofSeconds(20),
            OptionalDouble.empty(),
            Target.CONCURRENCY,
            Route.DIRECT,
            Target.MAX_BODY);
    var request =
        new RunRequest(
            target,
            "live",
            Map.of("agent_id", List.of(FIRST)),
            other.isEmpty() ? Map.of() : Map.of("agent_id", other),
            Optional.empty(),
            Duration.ZERO,
            ProbePolicy.READING,
            Optional.empty(),
            false);
    var known = new FixtureRun(server.url(), Token.of("fixture-token"), NONE).withShippedEntries();
    return ConformanceRun.of(
            SCHEMAS,
            Contracts.read(SCHEMAS, "batches"),
            known.known(),
            new Strictness(false, false))
        .judge(request, lines::add);
  }

  private static final KnownDeviations NONE = new KnownDeviations(List.of(), LocalDate.EPOCH);
}
