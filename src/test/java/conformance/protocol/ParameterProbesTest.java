package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.protocol.Probe.Responder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterProbesTest {
  @Test
  void asksForRoomsThatNobodyHas() {
    assertThat(probes("uuid", RoomsApi.ID).stream().map(ParameterProbesTest::line))
        .containsExactly(
            "request for unknown room_id: f0e1d2c3-b4a5-4697-8788-796a5b4c3d2e",
            "request for room_id that is no UUID: no-uuid",
            "request for room_id with SQL: %27%20OR%20%271%27%3D%271",
            "request for room_id not in ASCII: %D0%B0%D0%B3%D0%B5%D0%BD%D1%82-%C3%A9",
            "request for empty room_id: ",
            "request for room_id of 300 characters: " + "a".repeat(300),
            "request for room_id with a slash: 3c90c3cc-0d44-4b50%2F-8888-8dd25736052a",
            "request for `..` as room_id: %2E%2E",
            "request for room_id with NUL after it: " + RoomsApi.ID + "%00",
            "request for room_id in the other case: 3C90C3CC-0D44-4B50-8888-8DD25736052A");
  }

  @Test
  void asksForNoUuidWhereNoneIsDocumented() {
    assertThat(probes("", "hall").stream().map(ParameterProbesTest::line))
        .startsWith("request for unknown room_id: no-such-value")
        .contains("request for room_id with a slash: ha%2Fll")
        .noneMatch(it -> it.contains("no UUID") || it.contains("other case"))
        .hasSize(8);
  }

  @Test
  void writesAKnownUuidInTheOtherCaseIfItHasLetters() {
    assertThat(line(last(probes("uuid", "3C90C3CC-0D44-4B50-8888-8DD25736052A"))))
        .isEqualTo("request for room_id in the other case: " + RoomsApi.ID);
    assertThat(line(last(probes("uuid", "10203040-5060-4070-8090-102030405060"))))
        .startsWith("request for room_id with NUL");
  }

  @Test
  void expectsADocumentedErrorOnlyWhereAServerAsksTheApplication() {
    assertThat(
            probes("uuid", RoomsApi.ID).stream()
                .filter(it -> it.responder() != Responder.ANYONE)
                .map(it -> it.name() + ": " + it.responder()))
        .containsExactly(
            "request for unknown room_id: APPLICATION",
            "request for room_id that is no UUID: APPLICATION",
            "request for room_id with SQL: FRAMEWORK",
            "request for room_id not in ASCII: APPLICATION",
            "request for room_id in the other case: APPLICATION");
  }

  @Test
  void readsWithTheToken() {
    assertThat(probes("uuid", RoomsApi.ID))
        .allSatisfy(
            probe -> {
              assertThat(probe.writes()).isFalse();
              assertThat(probe.request().method()).isEqualTo("GET");
              assertThat(probe.request().credential()).isEqualTo(Credential.TOKEN);
            });
  }

  @Test
  void namesWhatIsAskedOfEachAnswer() {
    assertThat(lines("unknown|other"))
        .containsExactly(
            "must parameters/room_id/unknown/harmless: request for unknown room_id gets no data"
                + " (no data), Path parameters > room_id; RFC 9110, section 15.5",
            "should parameters/room_id/unknown/status: request for unknown room_id is answered with"
                + " 400, 403, 404 or 422 (status 400, 403, 404 or 422),"
                + " Path parameters > room_id; RFC 9110, section 15.5",
            "must parameters/room_id/no-failure: a request for any other room_id causes no failure"
                + " (an answer, and no status 5xx),"
                + " Path parameters > room_id; RFC 9110, section 15.6",
            "should parameters/room_id/other-case/status: request for room_id in the other case is"
                + " answered as the known one is (status 200),"
                + " Path parameters > room_id; RFC 9562, section 4");
    assertThat(lines("no UUID|SQL|ASCII"))
        .containsExactly(
            "must parameters/room_id/malformed/harmless: request for room_id that is no UUID gets no"
                + " data (no data), Path parameters > room_id; RFC 9110, section 15.5",
            "must parameters/room_id/no-failure: a request for any other room_id causes no failure"
                + " (an answer, and no status 5xx),"
                + " Path parameters > room_id; RFC 9110, section 15.6",
            "should parameters/room_id/malformed/status: request for a malformed room_id is answered"
                + " with 400, 403, 404 or 422 (status 400, 403, 404 or 422),"
                + " Path parameters > room_id; RFC 9110, section 15.5",
            "must parameters/room_id/quote/harmless: request for room_id with SQL gets no data"
                + " (no data), Path parameters > room_id; RFC 9110, section 15.5",
            "must parameters/room_id/non-ascii/harmless: request for room_id not in ASCII gets no"
                + " data (no data), Path parameters > room_id; RFC 9110, section 15.5");
  }

  @Test
  void asksNoStatusOfWhatIsNoSegmentOfAPath() {
    assertThat(lines("empty|300|slash|as room_id|NUL"))
        .hasSize(6)
        .allMatch(it -> it.contains("/harmless: ") || it.contains("/no-failure: "));
  }

  private static List<String> lines(String names) {
    return probes("uuid", RoomsApi.ID).stream()
        .filter(it -> it.name().matches(".*(" + names + ").*"))
        .flatMap(Probe::allChecks)
        .map(ResponseCheck::rule)
        .distinct()
        .map(it -> RoomsApi.line(it) + ", " + it.source().section())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | kept",
        "403 | kept",
        "404 | kept",
        "422 | kept",
        "409 | it is a refusal, but clients expect 400, 403, 404 or 422",
        "303 | it is a redirect to nowhere",
        "200 | it tells success where there is nothing",
      })
  void advisesToSayThatThereIsNoSuchRoom(int status, String outcome) {
    for (var id : List.of("unknown", "malformed")) {
      assertThat(outcome(id + "/harmless", RoomsApi.response(status, "[]"))).isEqualTo("kept");
      assertThat(outcome(id + "/status", RoomsApi.response(status, "[]"))).endsWith(outcome);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "empty", "nul", "other case"})
  void findsAFailureOverAnotherValue(String name) {
    var probe =
        probes("uuid", RoomsApi.ID).stream()
            .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(name))
            .findFirst()
            .orElseThrow();
    var check = RoomsApi.named("room_id/no-failure", probe.shared().stream());
    assertThat(RoomsApi.outcome(check, RoomsApi.response(500, "")))
        .isEqualTo(
            "status: expected an answer, and no status 5xx, not 500: the target failed over it");
    assertThat(RoomsApi.outcome(check, RoomsApi.noResponse(Kind.SILENCE)))
        .isEqualTo("status: expected an answer, and no status 5xx, not no response: nothing came");
    assertThat(RoomsApi.outcome(check, RoomsApi.response(499, ""))).isEqualTo("kept");
    assertThat(probe.checks())
        .allSatisfy(
            it ->
                assertThat(RoomsApi.outcome(it, RoomsApi.response(500, RoomsApi.DATA)))
                    .isEqualTo("not examined"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "malformed", "quote", "non-ascii"})
  void findsAnyDataForAValueThatNobodyHas(String id) {
    assertThat(outcome(id + "/harmless", RoomsApi.response(200, "[1]")))
        .isEqualTo("status: expected no data, not 200: it gives data for a value that nobody has");
    assertThat(outcome(id + "/harmless", RoomsApi.response(404, "[1]"))).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "long", "slash", "dots"})
  void letsAnotherResourceAnswerUnlessItGivesDoors(String id) {
    assertThat(outcome(id + "/harmless", RoomsApi.response(200, "<p>Welcome</p>")))
        .isEqualTo("kept");
    assertThat(outcome(id + "/harmless", RoomsApi.response(200, RoomsApi.DATA)))
        .endsWith("it gives data for a value that nobody has");
  }

  @Test
  void advisesNotToTakeWhatStandsBeforeNulForTheWhole() {
    assertThat(outcome("nul/harmless", RoomsApi.response(200, "<p>Welcome</p>"))).isEqualTo("kept");
    assertThat(outcome("nul/harmless", RoomsApi.response(200, RoomsApi.DATA)))
        .endsWith("the target takes what stands before NUL for the whole value");
    assertThat(lines("NUL"))
        .contains(
            "should parameters/room_id/nul/harmless: request for room_id with NUL after it gets no"
                + " data (no data), Path parameters > room_id; RFC 9110, section 15.5");
    assertThat(
            lines("empty|300|slash|as room_id").stream().filter(it -> it.contains("/harmless: ")))
        .hasSize(4)
        .allMatch(it -> it.startsWith("must "));
  }

  @Test
  void advisesAgainstSuccessWhereThereIsNothing() {
    assertThat(outcome("unknown/status", RoomsApi.response(200, "[]")))
        .isEqualTo(
            "status: expected status 400, 403, 404 or 422, not 200: it tells success where there is"
                + " nothing");
    assertThat(outcome("unknown/status", RoomsApi.response(200, RoomsApi.DATA)))
        .isEqualTo("not examined");
  }

  @Test
  void advisesToKnowAUuidInTheOtherCase() {
    assertThat(outcome("other-case/status", RoomsApi.response(404, "")))
        .isEqualTo("status: expected status 200, not 404: a UUID is case-insensitive");
    assertThat(outcome("other-case/status", RoomsApi.response(200, "[]"))).isEqualTo("kept");
    assertThat(outcome("other-case/status", RoomsApi.response(503, ""))).isEqualTo("not examined");
  }

  private static List<Probe> probes(String format, String known) {
    var operation = RoomsApi.operation(true, format, "GET");
    return new ParameterProbes(RoomsApi.probes(operation)).of(Map.of("room_id", known)).toList();
  }

  private static Probe last(List<Probe> probes) {
    return probes.get(probes.size() - 1);
  }

  /** A probe, and the room in its URL. */
  private static String line(Probe probe) {
    return probe.name() + ": " + probe.request().path().replaceAll("^/rooms/|/doors$", "");
  }

  private static String outcome(String id, Exchange exchange) {
    var checks = probes("uuid", RoomsApi.ID).stream().flatMap(Probe::allChecks);
    return RoomsApi.outcome(RoomsApi.named("room_id/" + id, checks), exchange);
  }
}
