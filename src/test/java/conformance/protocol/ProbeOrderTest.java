package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeOrderTest {

  /** Wrong tokens may lock the client out, and the more of them the fewer rules are left. */
  @Test
  void triesTheSecurityLastAndLittleOfItAtOnce() {
    assertThat(
            RoomsApi.probes().of(RoomsApi.ASKED, List.of(), Owners.ONE).stream()
                .map(
                    group ->
                        group.name()
                            + ": "
                            + group.probes().stream()
                                .map(Probe::allChecks)
                                .map(it -> it.findFirst().orElseThrow().rule().id())
                                .map(id -> id.split("/", 3)[2])
                                .toList()))
        .containsExactly(
            "requests with other methods: [methods/head, methods/options]",
            "requests for other parameters: [parameters/room_id/unknown/harmless,"
                + " parameters/room_id/malformed/harmless, parameters/room_id/quote/harmless,"
                + " parameters/room_id/non-ascii/harmless, parameters/room_id/empty/harmless,"
                + " parameters/room_id/long/harmless, parameters/room_id/slash/harmless,"
                + " parameters/room_id/dots/harmless, parameters/room_id/nul/harmless,"
                + " parameters/room_id/other-case/status]",
            "requests for what is another owner's: [identities/refused, identities/refused,"
                + " identities/refused, identities/refused, identities/refused, identities/refused]",
            "requests with other methods: [methods/post, methods/put, methods/patch, methods/delete]",
            "requests without a valid token: [security/no-header, security/empty-token,"
                + " security/wrong-token]",
            "requests without a valid token: [security/token-cut-short, security/token-too-long,"
                + " security/basic-scheme]",
            "requests without a valid token: [security/no-scheme, security/token-in-query,"
                + " security/lower-case-scheme]");
  }

  @Test
  void addressesARuleByTheOperationThatItIsAbout() {
    var first = RoomsApi.probes().of(RoomsApi.ASKED, List.of(), Owners.ONE).get(0).probes().get(0);
    assertThat(first.rules().get(0).id()).isEqualTo("rooms/openapi.yaml#listDoors/methods/head");
  }
}
