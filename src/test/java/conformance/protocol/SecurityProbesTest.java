package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.exchange.Exchange;
import conformance.exchange.Failure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityProbesTest {

  @Test
  void asksWithoutTheRightInEveryWayAndOnceWithIt() {
    assertThat(
            new SecurityProbes(Rooms.probes())
                .of(Rooms.ASKED)
                .map(it -> it.request().credential() + " " + Rooms.line(it.rules().get(0))))
        .containsExactly(
            "NONE must security/no-header: request without Authorization is refused"
                + " (status 401 or 403)",
            "EMPTY must security/empty-token: request with an empty token is refused"
                + " (status 400, 401 or 403)",
            "WRONG must security/wrong-token: request with a wrong token is refused"
                + " (status 401 or 403)",
            "CUT_SHORT must security/token-cut-short: request with the token cut short is refused"
                + " (status 401 or 403)",
            "TOO_LONG must security/token-too-long: request with one character after the token is"
                + " refused (status 401 or 403)",
            "BASIC must security/basic-scheme: request with the token under Basic is refused"
                + " (status 401 or 403)",
            "BARE must security/no-scheme: request with the token without a scheme is refused"
                + " (status 400, 401 or 403)",
            "QUERY must security/token-in-query: request with the token in the query only is"
                + " refused (status 401 or 403)",
            "LOWER_CASE_SCHEME should security/lower-case-scheme: request with the scheme in lower"
                + " case is accepted (status 200)");
  }

  @Test
  void asksAsAnOrdinaryRequestDoesBesides() {
    assertThat(new SecurityProbes(Rooms.probes()).of(Rooms.ASKED))
        .allSatisfy(
            probe -> {
              assertThat(probe.name()).startsWith("request with");
              assertThat(probe.request().method()).isEqualTo("GET");
              assertThat(probe.request().path()).isEqualTo("/rooms/" + Rooms.ID + "/doors");
              assertThat(probe.request().mediaType()).isEqualTo("application/json");
              assertThat(probe.writes()).isFalse();
              assertThat(probe.documented()).isTrue();
            });
  }

  @Test
  void asksNothingWhereNoTokenIsAskedFor() {
    var open = Rooms.probes(Rooms.operation(false, "uuid", "GET"));
    assertThat(new SecurityProbes(open).of(Rooms.ASKED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "no-header, false",
    "empty-token, true",
    "wrong-token, false",
    "token-cut-short, false",
    "token-too-long, false",
    "basic-scheme, false",
    "no-scheme, true",
    "token-in-query, false",
  })
  void findsItRightToRefuseAndToCallMalformedWhatIs(String id, boolean malformed) {
    assertThat(told(id, Rooms.answer(401, ""))).isEqualTo("kept");
    assertThat(told(id, Rooms.answer(403, ""))).isEqualTo("kept");
    assertThat(told(id, Rooms.answer(400, "")))
        .isEqualTo(
            malformed
                ? "kept"
                : "status: expected status 401 or 403, not 400: it is another refusal");
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
        "token-in-query  | the target takes the token from the URL, which logs and proxies keep",
      })
  void saysWhatItMeansToGiveTheDataAllTheSame(String id, String reason) {
    assertThat(told(id, Rooms.answer(200, Rooms.DATA))).contains("not 200: ").endsWith(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | nowhere   | it is an answer of success, though without data, and no refusal",
        "204 | nowhere   | it is an answer of success, though without data, and no refusal",
        "302 | Location  | it is a redirect to \"/login\\t\"",
        "302 | elsewhere | it is a redirect to nowhere",
        "404 | nowhere   | it is another refusal",
        "429 | nowhere   | it is another refusal",
        "500 | nowhere   | the target failed over it",
      })
  void saysWhatCameInsteadOfARefusal(int status, String header, String reason) {
    assertThat(told("no-header", Rooms.answer(status, "[]", header + ": /login\t")))
        .isEqualTo("status: expected status 401 or 403, not %d: %s", status, reason);
  }

  @Test
  void takesSilenceForNoRefusal() {
    assertThat(told("no-header", Rooms.noAnswer(Kind.SILENCE)))
        .isEqualTo("status: expected status 401 or 403, not no response: nothing came");
  }

  @Test
  void findsItRightToTakeTheSchemeInLowerCase() {
    assertThat(told("lower-case-scheme", Rooms.answer(200, "[]"))).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 401})
  void advisesToTakeTheSchemeInLowerCase(int status) {
    assertThat(told("lower-case-scheme", Rooms.answer(status, "")))
        .isEqualTo(
            "status: expected status 200, not %d: the scheme's name is case-insensitive", status);
  }

  private static String told(String id, Exchange exchange) {
    var probes = new SecurityProbes(Rooms.probes()).of(Rooms.ASKED);
    return Rooms.told(
        Rooms.named("security/" + id, probes.flatMap(it -> it.checks().stream())), exchange);
  }
}
