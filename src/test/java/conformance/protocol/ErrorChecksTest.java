package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.protocol.Probe.Responder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are documented as text/plain here, for statuses 400 to 499. */
class ErrorChecksTest {
  private static final ErrorChecks CHECKS = new ErrorChecks(RoomsApi.probes());
  private static final String TEXT = "Content-Type: text/plain";

  @Test
  void holdsAnErrorOfTheApplicationToMoreThanOneOfAnyServer() {
    assertThat(lines(Responder.ANYONE))
        .containsExactly(
            "must error/no-data: error carries no data (no data)",
            "must error/inside: error tells nothing of the server's inside"
                + " (no stack trace, file path or SQL)");
    assertThat(lines(Responder.FRAMEWORK))
        .containsExactly(
            "must error/no-data: error carries no data (no data)",
            "must error/inside: error tells nothing of the server's inside"
                + " (no stack trace, file path or SQL)",
            "must error/complete: error arrives whole (the whole body)",
            "should error/body: error has a body (a body)",
            "should error/header/Content-Encoding: error is in a coding that was asked for"
                + " (gzip, or none)",
            "should error/header/WWW-Authenticate: response with status 401 has WWW-Authenticate"
                + " (present)",
            "should error/header/Allow: response with status 405 has Allow (present)",
            "should error/header/Allow/methods: Allow lists the methods that work, and not the"
                + " refused one (GET, and not the refused method)");
    var more = new ArrayList<>(lines(Responder.APPLICATION));
    more.removeAll(lines(Responder.FRAMEWORK));
    assertThat(more)
        .containsExactly(
            "should error/header/Content-Type: error has the documented Content-Type"
                + " (the media type of its body)");
    assertThat(lines(Responder.APPLICATION)).containsAll(lines(Responder.FRAMEWORK));
  }

  private static List<String> lines(Responder responder) {
    return CHECKS.of(responder).stream().map(it -> RoomsApi.line(it.rule())).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-data",
        "inside",
        "complete",
        "body",
        "Content-Type",
        "Content-Encoding",
        "WWW-Authenticate"
      })
  void findsNothingWrongWithADocumentedError(String rule) {
    assertThat(
            outcome(
                rule, RoomsApi.response(401, "no door for you", TEXT, "WWW-Authenticate: Bearer")))
        .isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-data",
        "inside",
        "complete",
        "body",
        "Content-Type",
        "Content-Encoding",
        "WWW-Authenticate",
        "Allow"
      })
  void judgesNothingThatIsNoError(String rule) {
    assertThat(outcome(rule, RoomsApi.response(200, RoomsApi.DATA))).isEqualTo("not examined");
    assertThat(outcome(rule, RoomsApi.response(302, ""))).isEqualTo("not examined");
    assertThat(outcome(rule, RoomsApi.noResponse(Kind.NO_RESPONSE))).isEqualTo("not examined");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEAD, GET | header:Allow: expected GET, and not the refused method, not \"HEAD, GET\":"
            + " it lists GET, which was refused",
        "get | header:Allow: expected GET, and not the refused method, not \"get\":"
            + " it does not list GET, which works",
      })
  void judgesWhatAllowLists(String allow, String outcome) {
    var exchange = RoomsApi.response(405, "", "Allow: " + allow);
    assertThat(outcome("Allow/methods", exchange)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 499, 500, 599})
  void findsDataAndTheServersInsideInWhateverIsNoSuccess(int status) {
    assertThat(outcome("no-data", RoomsApi.response(status, RoomsApi.DATA)))
        .isEqualTo(
            ": expected no data, not the properties colour, door_id:"
                + " with status %d it gives the data away all the same",
            status);
    assertThat(outcome("inside", RoomsApi.response(status, "cannot read /etc/passwd\t")))
        .isEqualTo(
            ": expected no stack trace, file path or SQL, not \"/etc/passwd\": it shows a file"
                + " path");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 499, 500, 599})
  void findsAnErrorThatDoesNotArriveWhole(int status) {
    assertThat(outcome("complete", RoomsApi.incomplete(status, "sor")))
        .isEqualTo(": expected the whole body, not 3 bytes, then no more: it broke off");
  }

  @Test
  void findsACodingThatWasNotAskedFor() {
    assertThat(
            outcome("Content-Encoding", RoomsApi.response(404, "@#", TEXT, "Content-Encoding: br")))
        .isEqualTo(
            "header:Content-Encoding: expected gzip, or none, not \"br\":"
                + " the request said that it cannot read that, so the body was not read");
    assertThat(outcome("Content-Encoding", RoomsApi.response(404, "", "Content-Encoding: br")))
        .isEqualTo("not examined");
  }

  @Test
  void missesTheBodyOfADocumentedError() {
    assertThat(outcome("body", RoomsApi.response(404, "")))
        .isEqualTo(": expected a body, not an empty body: it says nothing");
    assertThat(outcome("body", RoomsApi.response(500, "")))
        .as("undocumented")
        .isEqualTo("not examined");
    assertThat(outcome("body", RoomsApi.incomplete(404, "")))
        .as("broken off")
        .isEqualTo("not examined");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "404 | no | text/plain                                | kept",
        "404 | no | application/problem+json                  | kept",
        "404 | no | application/problem+json; charset=latin-1 | kept",
        "404 | no | text/html                                 | it announces another media type",
        "404 | '' | text/html                                 | not examined",
        "500 | no | text/html                                 | not examined",
      })
  void takesTheDocumentedMediaTypeOrThatOfAProblem(
      int status, String body, String type, String outcome) {
    assertThat(outcome("Content-Type", RoomsApi.response(status, body, "Content-Type: " + type)))
        .endsWith(outcome);
  }

  @Test
  void saysWhichMediaTypeIsDocumented() {
    assertThat(outcome("Content-Type", RoomsApi.response(400, "no")))
        .isEqualTo(
            "header:Content-Type: expected text/plain, not missing:"
                + " readers must guess what the body is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | WWW-Authenticate | a client learns from it how to prove its right",
        "405 | Allow            | a client learns from it which methods there are",
      })
  void missesWhatTellsAClientHowToGoOn(int status, String header, String reason) {
    assertThat(outcome(header, RoomsApi.response(status, "", TEXT)))
        .isEqualTo("header:%s: expected present, not missing: %s", header, reason);
    assertThat(outcome(header, RoomsApi.response(status, "", header + ": GET"))).isEqualTo("kept");
    assertThat(outcome(header, RoomsApi.response(403, "", TEXT))).isEqualTo("not examined");
  }

  private static String outcome(String rule, Exchange exchange) {
    return RoomsApi.outcome(
        RoomsApi.named(rule, CHECKS.of(Responder.APPLICATION).stream()), exchange);
  }
}
