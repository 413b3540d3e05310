package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenEchoTest {
  private final ResponseCheck echo = TokenEcho.of("rooms", RoomsApi.operation(true, "uuid", "GET"));

  @Test
  void isARuleOfItsOwn() {
    assertThat(RoomsApi.line(echo.rule()))
        .isEqualTo(
            "must token-not-repeated: token is not repeated in the response"
                + " (a response without the token of the request)");
  }

  @Test
  void findsNothingInAResponseWithoutTheToken() {
    var counts = examined(RoomsApi.response(500, "sorry"));
    assertThat(counts.examined()).isEqualTo(1);
    assertThat(counts.deviating()).isZero();
  }

  @Test
  void namesEveryPlaceThatRepeatsTheToken() {
    var counts = examined(RoomsApi.echoing(RoomsApi.response(401, ""), "header:X-Debug", ""));
    assertThat(counts.examined()).isEqualTo(2);
    assertThat(counts.deviations().stream().map(RoomsApi::line))
        .containsExactly(
            "header:X-Debug: expected a response without the token of the request, not text with the token in it:"
                + " whoever keeps, caches or logs the response keeps the token",
            ": expected a response without the token of the request, not text with the token in it:"
                + " whoever keeps, caches or logs the response keeps the token");
  }

  /** Login pages contain the URL to return to. */
  @Test
  void letsARedirectRepeatTheUrlThatTheTokenWasSentIn() {
    var login =
        RoomsApi.echoing(RoomsApi.response(302, "", "Location: /login?next=/x"), "header:Location");
    assertThat(examined(login).deviating()).isEqualTo(1);
    assertThat(examined(RoomsApi.with(Credential.QUERY, login)).examined()).isZero();
    var refused = RoomsApi.echoing(RoomsApi.response(403, ""), "header:X-Debug");
    assertThat(examined(RoomsApi.with(Credential.QUERY, refused)).deviating()).isEqualTo(1);
  }

  @Test
  void isNotPutToTheTestByNoResponse() {
    assertThat(examined(RoomsApi.noResponse(Kind.NO_RESPONSE)).examined()).isZero();
  }

  private RuleCounts examined(Exchange exchange) {
    var counter = new RuleCounter(List.of(echo.rule()));
    echo.examine(exchange, counter);
    return counter.results().get(0);
  }
}
