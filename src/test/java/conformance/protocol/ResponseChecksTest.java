package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.contract.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseChecksTest {
  private static final Operation OPERATION = RoomsApi.operation(true, "uuid", "GET");
  private static final String JSON = "Content-Type: application/json";

  @Test
  void holdsAResponseToItsStatusItsHeadersAndItsEnd() {
    assertThat(ResponseChecks.of("rooms", OPERATION).stream().map(it -> RoomsApi.line(it.rule())))
        .containsExactly(
            "must 200/status: HTTP status is 200 (200)",
            "must 200/header/Content-Type: Content-Type is application/json (application/json)",
            "should 200/header/Content-Type/charset: Content-Type announces no charset but UTF-8"
                + " (no charset, or utf-8)",
            "must 200/header/Content-Encoding: Content-Encoding is one that was asked for"
                + " (gzip, or none)",
            "must 200/header/fields: header fields are well-formed"
                + " (names without white space, values without control characters)",
            "must 200/header/framing: header fields say in one way where the body ends"
                + " (Transfer-Encoding: chunked, or one Content-Length, or neither)",
            "should 200/header/Content-Length: Content-Length is said once (one number)",
            "must 200/body/complete: body arrives whole and in time (the whole body in time)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "Content-Type",
        "Content-Type/charset",
        "Content-Encoding",
        "fields",
        "framing",
        "Content-Length",
        "complete"
      })
  void findsNothingWrongWithTheDocumentedResponse(String rule) {
    assertThat(outcome(rule, RoomsApi.response(200, "[]", JSON))).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource({
    "201, the documentation answers such a request with 200",
    "204, the documentation answers such a request with 200",
    "301, 'it is a redirect to nowhere, which is not followed'",
    "418, the documentation answers such a request with 200",
    "500, the documentation answers such a request with 200"
  })
  void judgesOfAnotherStatusNothingButTheStatus(int status, String reason) {
    var answer = RoomsApi.response(status, "");
    assertThat(outcome("status", answer))
        .isEqualTo("status: expected 200, not %d: %s", status, reason);
    assertThat(outcome("Content-Type", answer)).isEqualTo("not examined");
    assertThat(outcome("Content-Encoding", answer)).isEqualTo("not examined");
    assertThat(outcome("complete", answer)).isEqualTo("not examined");
  }

  @Test
  void saysWhyThereIsNoResponse() {
    assertThat(outcome("status", RoomsApi.noResponse(Kind.NO_RESPONSE)))
        .isEqualTo("status: expected 200, not no response: nothing came");
  }

  @Test
  void findsAnotherContentType() {
    assertThat(outcome("Content-Type", RoomsApi.response(200, "[]", "content-type: text/html")))
        .isEqualTo(
            "header:Content-Type: expected application/json,"
                + " not \"text/html\": it announces another media type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf8", "UTF8", "ISO-8859-1", "\"utf-16\""})
  void advisesAgainstAnotherCharset(String charset) {
    var answer = RoomsApi.response(200, "[]", JSON + ";charset=" + charset);
    assertThat(outcome("Content-Type", answer)).isEqualTo("kept");
    assertThat(outcome("Content-Type/charset", answer))
        .isEqualTo(
            "header:Content-Type: expected no charset, or utf-8, not \"%s\":"
                    .formatted(charset.replace("\"", ""))
                + " JSON is UTF-8, and a charset has no effect on it");
  }

  @ParameterizedTest
  @CsvSource({"gzip, kept", "identity, kept", "X-GZIP, kept"})
  void takesACodingThatWasAskedFor(String coding, String outcome) {
    assertThat(
            outcome("Content-Encoding", RoomsApi.response(200, "", "Content-Encoding: " + coding)))
        .isEqualTo(outcome);
  }

  @Test
  void findsACodingThatWasNotAskedFor() {
    assertThat(
            outcome(
                "Content-Encoding",
                RoomsApi.response(200, "", "Content-Encoding: gzip", "Content-Encoding: br")))
        .isEqualTo(
            "header:Content-Encoding: expected gzip, or none, not \"gzip, br\":"
                + " the request said that it cannot read that, so the body was not read");
  }

  @Test
  void findsABodyThatBreaksOff() {
    assertThat(outcome("complete", RoomsApi.incomplete(200, " ".repeat(1_200))))
        .isEqualTo(
            ": expected the whole body in time, not 1,200 bytes, then no more: it broke off");
  }

  private static String outcome(String rule, Exchange exchange) {
    var checks = ResponseChecks.of("rooms", OPERATION).stream();
    return RoomsApi.outcome(RoomsApi.named(rule, checks), exchange);
  }
}
