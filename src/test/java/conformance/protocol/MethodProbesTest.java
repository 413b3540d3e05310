package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.protocol.Probe.Responder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodProbesTest {

  @Test
  void triesEveryMethodAndKnowsWhichOfThemWrite() {
    assertThat(
            new MethodProbes(RoomsApi.probes(), List.of())
                .of(RoomsApi.ASKED)
                .map(MethodProbesTest::line))
        .containsExactly(
            "HEAD request reads: should methods/head: HEAD is answered as GET is, without"
                + " the body (status 200 and the headers of GET)",
            "OPTIONS request reads: should methods/options: OPTIONS does not fail"
                + " (no status 5xx but 501)",
            "POST request writes: must methods/post: POST is refused" + " (no status 2xx)",
            "PUT request writes: must methods/put: PUT is refused" + " (no status 2xx)",
            "PATCH request writes: must methods/patch: PATCH is refused" + " (no status 2xx)",
            "DELETE request writes: must methods/delete: DELETE is refused" + " (no status 2xx)");
  }

  @Test
  void showsTheTokenAndLetsAFrameworkRefuseWhatWrites() {
    assertThat(new MethodProbes(RoomsApi.probes(), List.of()).of(RoomsApi.ASKED))
        .allSatisfy(
            probe -> {
              assertThat(probe.name()).startsWith(probe.request().method());
              assertThat(probe.request().credential()).isEqualTo(Credential.TOKEN);
              assertThat(probe.request().path()).isEqualTo("/rooms/" + RoomsApi.ID + "/doors");
              assertThat(probe.responder())
                  .isEqualTo(probe.writes() ? Responder.FRAMEWORK : Responder.ANYONE);
            });
  }

  @Test
  void triesNoMethodThatIsDocumented() {
    var documented = RoomsApi.probes(RoomsApi.operation(true, "uuid", "GET", "HEAD", "DELETE"));
    assertThat(
            new MethodProbes(documented, List.of())
                .of(RoomsApi.ASKED)
                .map(it -> it.request().method()))
        .containsExactly("OPTIONS", "POST", "PUT", "PATCH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | Content-Type: application/json | kept",
        "200 | Vary: Accept                   | kept",
        "200 | Content-Type: text/html        | header:Content-Type: expected application/json, not \"text/html\": it announces another media type",
        "404 | Vary: Accept                   | status: expected status 200 and the headers of GET, not 404: GET is answered with 200",
      })
  void comparesHeadWithGet(int status, String field, String outcome) {
    assertThat(outcome("head", RoomsApi.response(status, "", field))).isEqualTo(outcome);
  }

  @Test
  void letsHeadSayWhatGetDoesBeItWrong() {
    var text = RoomsApi.response(200, "", "Content-Type: text/plain");
    assertThat(outcome("head", List.of("text/plain"), text)).isEqualTo("kept");
    assertThat(outcome("head", List.of("text/html"), text)).startsWith("header:Content-Type: ");
    assertThat(outcome("head", List.of(), text)).startsWith("header:Content-Type: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | kept",
        "405 | kept",
        "501 | kept",
        "500 | status: expected no status 5xx but 501, not 500: the target failed over it",
        "502 | status: expected no status 5xx but 501, not 502: the target failed over it",
      })
  void letsOptionsDoAnythingButFail(int status, String outcome) {
    assertThat(outcome("options", RoomsApi.response(status, ""))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | kept | kept | kept",
        "405 | kept | kept | kept",
        "499 | kept | kept | kept",
        "501 | kept | kept | kept",
        "200 | status: expected no status 2xx, not 200: the target accepts a method that is not documented for this path | not examined | kept",
        "307 | kept | status: expected a status 4xx, such as 405, or 501, not 307: it is a redirect to nowhere | kept",
        "500 | not examined | not examined | status: expected an answer, and no status 5xx, not 500: the target failed over it",
      })
  void demandsThatWhatWritesIsRefused(int status, String refused, String how, String failure) {
    assertThat(outcome("delete", RoomsApi.response(status, ""))).isEqualTo(refused);
    assertThat(outcome("status", RoomsApi.response(status, ""))).isEqualTo(how);
    assertThat(outcome("no-failure", RoomsApi.response(status, ""))).isEqualTo(failure);
  }

  @Test
  void holdsEveryMethodThatWritesToTheSameRulesToo() {
    assertThat(
            new MethodProbes(RoomsApi.probes(), List.of()).of(RoomsApi.ASKED).filter(Probe::writes))
        .hasSize(4)
        .allSatisfy(
            probe ->
                assertThat(probe.sharedRules().stream().map(RoomsApi::line))
                    .containsExactly(
                        "must methods/no-failure: a request with another method causes no failure"
                            + " (an answer, and no status 5xx)",
                        "should methods/status: a request with another method is refused with 4xx,"
                            + " such as 405, or 501 (a status 4xx, such as 405, or 501)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "options", "no-failure"})
  void takesNoAnswerForAFailure(String rule) {
    assertThat(outcome(rule, RoomsApi.noResponse(Kind.NO_RESPONSE)))
        .endsWith("not no response: nothing came");
  }

  private static String line(Probe probe) {
    return "%s %s: %s"
        .formatted(
            probe.name(), probe.writes() ? "writes" : "reads", RoomsApi.line(probe.rules().get(0)));
  }

  private static String outcome(String method, Exchange exchange) {
    return outcome(method, List.of("application/json"), exchange);
  }

  private static String outcome(String method, List<String> ordinary, Exchange exchange) {
    var probes = new MethodProbes(RoomsApi.probes(), ordinary).of(RoomsApi.ASKED);
    return RoomsApi.outcome(RoomsApi.named(method, probes.flatMap(Probe::allChecks)), exchange);
  }
}
