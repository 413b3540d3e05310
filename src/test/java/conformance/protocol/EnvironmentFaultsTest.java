package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.EnvironmentFault;
import conformance.contract.Failure.Kind;
import conformance.contract.Interaction;
import conformance.contract.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Environment faults and deviations are outcome apart. */
class EnvironmentFaultsTest {
  private static final Interaction DOORS =
      new Interaction(
          "list doors", RoomsApi.operation(true, "uuid", "GET"), Map.of("room_id", RoomsApi.ID));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | the target refused the token: status 401 | Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?",
        "403 | the target refused the token: status 403 | Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?",
        "404 | the target does not know room_id "
            + RoomsApi.ID
            + ": status 404 | Check target.url (http://localhost/rooms/{room_id}/doors was asked for) and target.room_id: does the token's owner have it?",
        "429 | the target was busy at every attempt: status 429 | Try later, or lower target.rate.",
        "503 | the target was busy at every attempt: status 503 | Try later, or lower target.rate.",
      })
  void blamesTheSettingsOrTheLoad(int status, String reason, String advice) {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.response(status, "")))
        .contains(new EnvironmentFault(reason, advice));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 400, 405, 500, 502})
  void leavesEveryOtherStatusToBeJudged(int status) {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.response(status, ""))).isEmpty();
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.response(status, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME       | Check target.url, and that the server is up.",
        "CONNECTION | Check target.url, and that the server is up.",
        "TLS        | Check target.url and the certificate of the server; target.ca_file adds an authority.",
        "SILENCE    | Check the server, or raise target.timeout.",
      })
  void blamesTheNetworkForNoAnswer(Kind kind, String advice) {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.noResponse(kind)))
        .contains(new EnvironmentFault("nothing came", advice));
  }

  @Test
  void blamesTheTargetForAConnectionThatItCloses() {
    assertThat(EnvironmentFaults.environment(DOORS, RoomsApi.noResponse(Kind.NO_RESPONSE)))
        .isEmpty();
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.noResponse(Kind.NO_RESPONSE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void findsItRightToRefuseAProbe(int status) {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.response(status, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void blamesTheLoadForAProbeThatFindsTheTargetBusy(int status) {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.response(status, "")))
        .contains(
            new EnvironmentFault(
                "the target was busy at every attempt: status " + status,
                "Try later, or lower target.rate."));
  }

  @Test
  void blamesTheTargetForSilenceAtAProbe() {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.noResponse(Kind.SILENCE))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NAME", "CONNECTION", "TLS"})
  void blamesTheNetworkForAProbeThatDoesNotArrive(Kind kind) {
    assertThat(EnvironmentFaults.ofProbe(RoomsApi.noResponse(kind))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"403, true", "404, true", "401, false", "429, false", "200, false"})
  void tellsWhatIsTrueOfOneAgentOnly(int status, boolean ofOne) {
    assertThat(EnvironmentFaults.concernsOne(RoomsApi.response(status, ""))).isEqualTo(ofOne);
    assertThat(EnvironmentFaults.concernsOne(RoomsApi.noResponse(Kind.CONNECTION))).isFalse();
  }

  @Test
  void namesEveryParameterOrElseThePath() {
    var operation = DOORS.operation();
    var of = new Interaction("a door", operation, Map.of("room_id", RoomsApi.ID, "door_id", "3"));
    assertThat(EnvironmentFaults.environment(of, RoomsApi.response(404, "")))
        .contains(
            new EnvironmentFault(
                "the target does not know door_id 3, room_id %s: status 404".formatted(RoomsApi.ID),
                "Check target.url (http://localhost/rooms/{room_id}/doors was asked for) and"
                    + " target.door_id, target.room_id: does the token's owner have it?"));
    assertThat(
            EnvironmentFaults.environment(
                new Interaction("all doors", withoutParameters(operation), Map.of()),
                RoomsApi.response(404, "")))
        .contains(
            new EnvironmentFault(
                "the target does not know the path: status 404",
                "Check target.url (http://localhost/rooms/%s/doors was asked for) and the token:"
                        .formatted(RoomsApi.ID)
                    + " does the token's owner have it?"));
  }

  private static Operation withoutParameters(Operation it) {
    return new Operation(
        it.id(),
        it.name(),
        it.method(),
        "/doors",
        it.methods(),
        it.secured(),
        List.of(),
        it.response(),
        it.errors(),
        it.levels());
  }
}
