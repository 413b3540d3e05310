package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.protocol.Probe.Responder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityProbesTest {

  @Test
  void asksWithoutTheRightInEveryWayAndOnceWithIt() {
    assertThat(
            new SecurityProbes(RoomsApi.probes())
                .of(RoomsApi.ASKED)
                .map(it -> it.request().credential() + " " + RoomsApi.line(it.rules().get(0))))
        .containsExactly(
            "NONE must security/no-header: request without Authorization is refused"
                + " (a refusal: no status 2xx, and no data)",
            "EMPTY must security/empty-token: request with an empty token is refused"
                + " (a refusal: no status 2xx, and no data)",
            "WRONG must security/wrong-token: request with a wrong token is refused"
                + " (a refusal: no status 2xx, and no data)",
            "CUT_SHORT must security/token-cut-short: request with the token cut short is refused"
                + " (a refusal: no status 2xx, and no data)",
            "TOO_LONG must security/token-too-long: request with one character after the token is"
                + " refused (a refusal: no status 2xx, and no data)",
            "OTHER_SCHEME should security/basic-scheme: request with the token under Basic is refused"
                + " (a refusal: no status 2xx, and no data)",
            "BARE should security/no-scheme: request with the token without a scheme is refused"
                + " (a refusal: no status 2xx, and no data)",
            "QUERY should security/token-in-query: request with the token in the query only is"
                + " refused (a refusal: no status 2xx, and no data)",
            "OTHER_CASE should security/lower-case-scheme: request with the scheme in lower"
                + " case is accepted (status 200)");
  }

  @Test
  void asksAsAnOrdinaryRequestDoesBesides() {
    assertThat(new SecurityProbes(RoomsApi.probes()).of(RoomsApi.ASKED))
        .allSatisfy(
            probe -> {
              assertThat(probe.name()).startsWith("request with");
              assertThat(probe.request().method()).isEqualTo("GET");
              assertThat(probe.request().path()).isEqualTo("/rooms/" + RoomsApi.ID + "/doors");
              assertThat(probe.request().mediaType()).isEqualTo("application/json");
              assertThat(probe.writes()).isFalse();
              assertThat(probe.responder()).isEqualTo(Responder.APPLICATION);
            });
  }

  @Test
  void asksNothingWhereNoTokenIsAskedFor() {
    var open = RoomsApi.probes(RoomsApi.operation(false, "uuid", "GET"));
    assertThat(new SecurityProbes(open).of(RoomsApi.ASKED)).isEmpty();
  }

  @Test
  void holdsEveryRefusalToTheSameRulesToo() {
    var probes = new SecurityProbes(RoomsApi.probes()).of(RoomsApi.ASKED).toList();
    assertThat(probes.subList(0, 8))
        .allSatisfy(
            probe ->
                assertThat(probe.sharedRules().stream().map(RoomsApi::line))
                    .containsExactly(
                        "must security/no-failure: a request without a valid token causes no"
                            + " failure (an answer, and no status 5xx)",
                        "should security/status: a request without a valid token is refused with"
                            + " 401 or 403 (status 401 or 403, or 400 where Authorization is"
                            + " malformed)"));
    assertThat(probes.get(8).sharedRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "no-header, false",
    "empty-token, true",
    "wrong-token, false",
    "token-cut-short, false",
    "token-too-long, false",
    "basic-scheme, true",
    "no-scheme, true",
    "token-in-query, false",
  })
  void findsItRightToRefuseAndToCallMalformedWhatIs(String id, boolean malformed) {
    for (var status : new int[] {302, 400, 401, 403, 404, 422}) {
      assertThat(outcome(id, RoomsApi.response(status, ""))).isEqualTo("kept");
    }
    assertThat(status(id, RoomsApi.response(401, ""))).isEqualTo("kept");
    assertThat(status(id, RoomsApi.response(403, ""))).isEqualTo("kept");
    assertThat(status(id, RoomsApi.response(400, "")))
        .isEqualTo(
            malformed
                ? "kept"
                : "status: expected status 401 or 403, or 400 where Authorization is malformed, not"
                    + " 400: it is a refusal, but clients expect 401, which asks for a valid token,"
                    + " or 403");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-header       | the target answers anyone, without asking for a token",
        "empty-token     | the target takes the scheme alone for a token",
        "wrong-token     | the target accepts a token that nobody was given",
        "token-cut-short | the target accepts it though a part of the token is missing",
        "token-too-long  | the target accepts it though it is more than the token",
        "basic-scheme    | the target does not look at the scheme",
        "no-scheme       | the target does not ask for the scheme",
        "token-in-query  | the target takes the token from the URL, as RFC 6750 lets servers do, but logs and proxies keep URLs",
      })
  void saysWhatItMeansToGiveTheDataAllTheSame(String id, String reason) {
    assertThat(outcome(id, RoomsApi.response(200, RoomsApi.DATA)))
        .contains("not 200: ")
        .endsWith(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void takesSuccessForNoRefusalThoughItGivesNothing(int status) {
    assertThat(outcome("no-header", RoomsApi.response(status, "[]")))
        .isEqualTo(
            "status: expected a refusal: no status 2xx, and no data, not %d: it is an answer of"
                + " success, though without data, and no refusal",
            status);
    assertThat(status("no-header", RoomsApi.response(status, "[]"))).isEqualTo("not examined");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "302 | Location  | it is a redirect to \"/login\\t\"",
        "302 | elsewhere | it is a redirect to nowhere",
        "404 | nowhere   | it is a refusal, but clients expect 401, which asks for a valid token, or 403",
        "422 | nowhere   | it is a refusal, but clients expect 401, which asks for a valid token, or 403",
      })
  void advisesToRefuseAsClientsExpect(int status, String header, String reason) {
    assertThat(status("no-header", RoomsApi.response(status, "[]", header + ": /login\t")))
        .isEqualTo(
            "status: expected status 401 or 403, or 400 where Authorization is malformed, not"
                + " %d: %s",
            status, reason);
  }

  @Test
  void saysWhichRefusalsAreExpectedOfWhatIsMalformed() {
    assertThat(status("no-scheme", RoomsApi.response(404, "")))
        .endsWith("it is a refusal, but clients expect 400, 401 or 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no-header", "wrong-token", "basic-scheme", "no-scheme", "token-in-query"})
  void findsAFailureWhateverIsShown(String id) {
    var failed = RoomsApi.response(500, RoomsApi.DATA);
    assertThat(shared(id, "no-failure", failed))
        .isEqualTo(
            "status: expected an answer, and no status 5xx, not 500: the target failed over it");
    assertThat(shared(id, "no-failure", RoomsApi.noResponse(Kind.SILENCE)))
        .isEqualTo("status: expected an answer, and no status 5xx, not no response: nothing came");
    assertThat(outcome(id, failed)).isEqualTo("not examined");
  }

  @Test
  void findsItRightToTakeTheSchemeInLowerCase() {
    assertThat(outcome("lower-case-scheme", RoomsApi.response(200, "[]"))).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 401})
  void advisesToTakeTheSchemeInLowerCase(int status) {
    assertThat(outcome("lower-case-scheme", RoomsApi.response(status, "")))
        .isEqualTo(
            "status: expected status 200, not %d: the scheme's name is case-insensitive", status);
  }

  private static String status(String id, Exchange exchange) {
    return shared(id, "status", exchange);
  }

  /** The outcome of a shared rule for the response to one probe. */
  private static String shared(String id, String rule, Exchange exchange) {
    var probe =
        new SecurityProbes(RoomsApi.probes())
            .of(RoomsApi.ASKED)
            .filter(it -> it.rules().get(0).id().endsWith("/" + id))
            .findFirst()
            .orElseThrow();
    return RoomsApi.outcome(RoomsApi.named("security/" + rule, probe.shared().stream()), exchange);
  }

  private static String outcome(String id, Exchange exchange) {
    var probes = new SecurityProbes(RoomsApi.probes()).of(RoomsApi.ASKED);
    return RoomsApi.outcome(
        RoomsApi.named("security/" + id, probes.flatMap(Probe::allChecks)), exchange);
  }
}
