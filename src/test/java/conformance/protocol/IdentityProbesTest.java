package conformance.protocol;

import static conformance.protocol.RoomsApi.outcome;
import static conformance.protocol.RoomsApi.response;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityProbesTest {
  private static final Map<String, String> OTHER = Map.of("room_id", RoomsApi.OTHER_ID);
  private static final Exchange UNKNOWN =
      response(
          404,
          "{\"message\": \"no room " + UnknownValue.UUID + "\", \"at\": \"2026-12-01T04:00:00Z\"}");

  @Test
  void asksWithEachTokenForWhatIsTheOthers() {
    assertThat(
            group(UNKNOWN).probes().stream()
                .map(
                    it ->
                        "%s: %s %s %s"
                            .formatted(
                                it.name(),
                                it.request().credential(),
                                it.request().method(),
                                it.request().path().split("/")[2])))
        .containsExactly(
            "request for the other owner's room_id: TOKEN GET " + RoomsApi.OTHER_ID,
            "HEAD for the other owner's room_id: TOKEN HEAD " + RoomsApi.OTHER_ID,
            "request for the other owner's room_id in the other case: TOKEN GET "
                + RoomsApi.OTHER_ID.toUpperCase(),
            "request by the other owner: OTHER_OWNER GET " + RoomsApi.ID,
            "HEAD by the other owner: OTHER_OWNER HEAD " + RoomsApi.ID,
            "request by the other owner in the other case: OTHER_OWNER GET "
                + RoomsApi.ID.toUpperCase());
  }

  @Test
  void hasNoOtherCaseOfWhatIsNoUuid() {
    var probes = RoomsApi.probes(RoomsApi.operation(true, "", "GET"));
    assertThat(new IdentityProbes(probes).of(RoomsApi.ASKED, new Owners(OTHER)).probes())
        .hasSize(4);
  }

  @Test
  void asksNothingWhereNobodyIsAskedWhoHeIs() {
    var open = RoomsApi.probes(RoomsApi.operation(false, "uuid", "GET"));
    assertThat(new IdentityProbes(open).of(RoomsApi.ASKED, new Owners(OTHER)).isEmpty()).isTrue();
  }

  @Test
  void saysWhatToSetWhereThereIsNoOtherOwner() {
    assertThat(new IdentityProbes(RoomsApi.probes()).of(RoomsApi.ASKED, Owners.ONE).off())
        .contains("TARGET_OTHER_TOKEN and target.other_room_id ask them");
    assertThat(group(UNKNOWN).off()).isEmpty();
  }

  @Test
  void refusesAnySuccessButThatWhichTheUnknownHas() {
    var check = check("refused", UNKNOWN);
    var expected = "status: expected a refusal: status 401, 403 or 404, and no data, not 200: ";
    assertThat(outcome(check, response(200, RoomsApi.DATA)))
        .isEqualTo(expected + "the target gives the data to whoever has a valid token");
    assertThat(outcome(check, response(200, "[]")))
        .isEqualTo(expected + "it is an answer of success, though without data, and no refusal");
    assertThat(outcome(check, response(404, ""))).isEqualTo("kept");
    assertThat(outcome(check, response(500, ""))).isEqualTo("not examined");
    assertThat(outcome(check("refused", response(200, "[]")), response(200, "[]")))
        .isEqualTo("kept");
  }

  @Test
  void tellsOfAFailureUnlessTheUnknownFailsToo() {
    assertThat(outcome(check("no-failure", UNKNOWN), response(500, "")))
        .isEqualTo(
            "status: expected an answer, and no status 5xx, not 500: the target failed over it");
    assertThat(outcome(check("no-failure", response(500, "")), response(500, "")))
        .isEqualTo("kept");
  }

  @Test
  void takesAMethodOrAFormThatTheTargetDoesNotKnowForNoRefusal() {
    assertThat(outcome(check("no-failure", UNKNOWN, 1), response(501, ""))).isEqualTo("kept");
    for (var status : List.of(405, 501)) {
      assertThat(outcome(check("as-unknown", UNKNOWN, 1), response(status, "")))
          .isEqualTo("not examined");
    }
    for (var status : List.of(400, 422)) {
      assertThat(outcome(check("status", UNKNOWN, 2), response(status, ""))).isEqualTo("kept");
      assertThat(outcome(check("as-unknown", UNKNOWN, 2), response(status, "")))
          .isEqualTo("not examined");
    }
    assertThat(outcome(check("no-failure", UNKNOWN, 0), response(501, ""))).startsWith("status: ");
    assertThat(outcome(check("status", UNKNOWN, 0), response(422, ""))).startsWith("status: ");
  }

  @Test
  void comparesNothingWithAnAnswerOfABusyTarget() {
    assertThat(outcome(check("as-unknown", response(429, "")), response(404, "")))
        .isEqualTo("not examined");
  }

  @Test
  void knowsWhatIsNoUuidWhereARefusalRepeatsIt() {
    var probes = RoomsApi.probes(RoomsApi.operation(true, "", "GET"));
    var unknown = response(404, "no room no-such-value");
    var owners =
        new Owners(Map.of("room_id", "attic"), Map.of(Credential.TOKEN, unknown), Map.of());
    var probe = new IdentityProbes(probes).of(RoomsApi.ASKED, owners).probes().get(0);
    var check = RoomsApi.named("as-unknown", probe.allChecks());
    assertThat(outcome(check, response(404, "no room attic"))).isEqualTo("kept");
    assertThat(outcome(check, response(404, "not your room attic"))).startsWith(": ");
  }

  @Test
  void advisesOtherStatuses() {
    var check = check("status", UNKNOWN);
    for (var status : List.of(401, 403, 404)) {
      assertThat(outcome(check, response(status, ""))).isEqualTo("kept");
    }
    assertThat(outcome(check, response(409, "")))
        .isEqualTo(
            "status: expected status 401, 403 or 404, not 409: it is a refusal, but clients expect"
                + " 401, 403 or 404");
    assertThat(outcome(check, response(405, ""))).startsWith("status: ");
    assertThat(outcome(check, response(200, ""))).isEqualTo("not examined");
  }

  @Test
  void advisesWhatIsToldApartFromTheUnknownButNotIdsAndTimes() {
    var check = check("as-unknown", UNKNOWN);
    var same =
        "{\"message\": \"no room %s\", \"at\": \"2026-12-01T04:00:07.5Z\"}"
            .formatted(RoomsApi.OTHER_ID);
    assertThat(outcome(check, response(404, same))).isEqualTo("kept");
    assertThat(outcome(check, response(404, same.replace("no room", "not your room"))))
        .isEqualTo(
            ": expected status and body as for an unknown room_id, not another body: by it, whoever"
                + " asks learns that there is something");
    assertThat(outcome(check, response(403, same)))
        .isEqualTo(
            "status: expected status and body as for an unknown room_id, not 403: what nobody has is"
                + " answered with 404, so whoever asks learns that there is something");
    assertThat(outcome(check("as-unknown", response(200, "[]")), response(403, "")))
        .isEqualTo("not examined");
  }

  @Test
  void findsCountsAndTextsOfTheDataInARefusal() {
    var check = check("nothing-told", UNKNOWN);
    var expected = "expected no count, and nothing of the data, not ";
    assertThat(outcome(check, response(404, "", "X-Total-Count: 24")))
        .isEqualTo("header:X-Total-Count: " + expected + "\"24\": it is a count");
    assertThat(outcome(check, response(404, "", "Content-Range: items */24")))
        .isEqualTo("header:Content-Range: " + expected + "\"items */24\": it is a count");
    assertThat(outcome(check, response(404, "{\"door_count\": 24}")))
        .isEqualTo(": " + expected + "\"\\\"door_count\\\": 24\": it is a count");
    assertThat(outcome(check, response(404, "not door-of-7-locks")))
        .isEqualTo(": " + expected + "a text of the data: the owner's own read has it at /0/name");
    assertThat(outcome(check, response(404, "", "X-Door: door-of-7-locks")))
        .startsWith("header:X-Door: " + expected);
    assertThat(outcome(check, response(404, "{\"status\": 404}", "X-Rate-Limit: 5")))
        .isEqualTo("kept");
  }

  @Test
  void takesNeitherTheRequestedIdNorWhatIsNoCountForTheData() {
    var check = check("nothing-told", UNKNOWN);
    assertThat(outcome(check, response(404, "no room " + RoomsApi.OTHER_ID))).isEqualTo("kept");
    for (var field :
        List.of(
            "X-Account-Id", "X-Country", "X-Total-Time", "X-Retry-Count", "X-RateLimit-Count")) {
      assertThat(outcome(check, response(403, "", field + ": 24"))).as(field).isEqualTo("kept");
    }
    assertThat(outcome(check, response(403, "{\"account\": 24}"))).isEqualTo("kept");
    assertThat(outcome(check, response(403, "{\"accounts_total\": 24}"))).startsWith(": ");
  }

  /** Whoever asks for what nobody has gets an empty list as well, but with another count. */
  @Test
  void findsACountInWhatIsNoRefusalButTheAnswerToTheUnknown() {
    var check = check("nothing-told", response(200, "[]", "X-Total-Count: 0"));
    assertThat(outcome(check, response(200, "[]", "X-Total-Count: 24")))
        .startsWith("header:X-Total-Count: ");
    assertThat(outcome(check, response(200, "[]", "X-Total-Count: 0"))).isEqualTo("kept");
    assertThat(outcome(check, response(200, RoomsApi.DATA))).isEqualTo("not examined");
  }

  @Test
  void findsNothingThatTheUnknownIsToldAsWell() {
    var unknown = response(404, "{\"total\": 0, \"door\": \"door-of-7-locks\"}", "X-Count: 5");
    assertThat(
            outcome(
                check("nothing-told", unknown),
                response(404, "{\"total\": 0, \"door\": \"door-of-7-locks\"}", "X-Count: 5")))
        .isEqualTo("kept");
  }

  private static ResponseCheck check(String id, Exchange unknown) {
    return check(id, unknown, 0);
  }

  private static ResponseCheck check(String id, Exchange unknown, int probe) {
    return RoomsApi.named(id, group(unknown).probes().get(probe).allChecks());
  }

  private static ProbeGroup group(Exchange unknown) {
    var owners =
        new Owners(
            OTHER,
            Map.of(Credential.TOKEN, unknown, Credential.OTHER_OWNER, unknown),
            Map.of(
                Credential.OTHER_OWNER,
                Map.of("door-of-7-locks", "/0/name", RoomsApi.OTHER_ID, "/0/room_id")));
    return new IdentityProbes(RoomsApi.probes()).of(RoomsApi.ASKED, owners);
  }
}
