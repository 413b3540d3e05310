package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.ResponseHead.Header;
import conformance.report.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which names a target's logs know a request, and where they are. */
class RequestLinkTest {
  private static final RequestLink LOGS = new RequestLink("https://logs.example.com/?q={}&n=1");

  private static Exchange answered(Header... fields) {
    var sample = Sample.result().exchange().orElseThrow();
    return new Exchange(
        sample.request(),
        sample.url(),
        Optional.of(new ResponseHead(200, List.of(fields))),
        sample.beginning(),
        sample.bytes(),
        sample.failure(),
        sample.echoes(),
        sample.began(),
        sample.took(),
        sample.traceparent());
  }

  @Test
  void takesTheFirstOfTheUsualFields() {
    var names =
        Stream.of(
                "traceparent",
                "CF-Ray",
                "X-Amzn-Trace-Id",
                "X-Amzn-RequestId",
                "X-Correlation-Id",
                "Request-Id",
                "x-request-id")
            .toList();
    for (var last = 1; last <= names.size(); last++) {
      var fields = names.subList(0, last).stream().map(name -> new Header(name, "of " + name));
      var id = answered(fields.toArray(Header[]::new)).requestId().orElseThrow();
      assertThat(id.name()).isEqualToIgnoringCase(names.get(last - 1));
      assertThat(id.value()).isEqualTo("of " + names.get(last - 1));
    }
    assertThat(answered(new Header("X-Request-Id", " "), new Header("Age", "1")).requestId())
        .isEmpty();
  }

  @Test
  void showsItVisibleAndCut() {
    var id = answered(new Header("X-Request-Id", "\033" + "7".repeat(5_000))).requestId();
    assertThat(id.orElseThrow().value())
        .startsWith("\\u001B77")
        .endsWith("7... (5,001 characters)")
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    "abc-7, abc-7",
    "Root=1-67;a b, Root%3D1-67%3Ba%20b",
    "{}\"<script>&é, %7B%7D%22%3Cscript%3E%26%C3%A9",
  })
  void putsTheIdIntoTheLink(String id, String encoded) {
    assertThat(LOGS.to(answered(new Header("X-Request-Id", id))))
        .hasToString("https://logs.example.com/?q=" + encoded + "&n=1");
  }

  @Test
  void looksForTheTraceWhereThereIsNoWholeId() {
    var trace = "https://logs.example.com/?q=4bf92f3577b34da6a3ce929d0e0e4736&n=1";
    assertThat(LOGS.to(answered())).hasToString(trace);
    assertThat(LOGS.to(answered(new Header("X-Request-Id", "7".repeat(200))))).hasToString(trace);
  }
}
