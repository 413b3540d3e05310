package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeOrderTest {

  @Test
  void triesTheSecurityFirstAndOtherMethodsLast() {
    assertThat(
            RoomsApi.probes().of(RoomsApi.ASKED, List.of()).stream()
                .map(it -> it.rules().get(0).id().split("/")[2])
                .distinct())
        .containsExactly("security", "parameters", "methods");
  }

  @Test
  void addressesARuleByTheOperationThatItIsAbout() {
    assertThat(RoomsApi.probes().of(RoomsApi.ASKED, List.of()).get(0).rules().get(0).id())
        .isEqualTo("rooms/openapi.yaml#listDoors/security/no-header");
  }
}
