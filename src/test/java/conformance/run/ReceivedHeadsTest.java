package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.RawServer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole run judges response heads that WireMock cannot send. */
class ReceivedHeadsTest {
  private static final String CHUNKS = "2\r\n[]\r\n0\r\n\r\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Content-Length: 2; ''",
        "Content-Length: 2, 2; header/Content-Length",
        "Content-Length: 2|Content-Length: 2; header/Content-Length",
        "Content-Length: 3|Content-Length: 2; header/framing",
        "Transfer-Encoding: chunked; ''",
        "Transfer-Encoding: chunked|Transfer-Encoding: chunked; header/framing",
        "Transfer-Encoding: chunked|Content-Length: 2; header/framing",
        "Content-Length: 2|X Trace: 1; header/fields",
        "Content-Length: 2|X-Trace: a\u0000b; header/fields",
      })
  void judgesTheHeadAsItWasReceived(String fields, String rule) throws IOException {
    var body = fields.contains("chunked") ? CHUNKS : "[]";
    var response =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n%s\r\n\r\n%s"
            .formatted(fields.replace("|", "\r\n"), body);
    try (var server = new RawServer((head, out) -> out.write(response.getBytes(UTF_8)))) {
      var broken =
          FixtureRun.at(server.url()).report().results().stream()
              .filter(result -> result.exchange().isPresent())
              .flatMap(result -> result.findings().stream())
              .filter(finding -> finding.counts().deviating() > 0)
              .map(finding -> finding.rule().id().replaceFirst(".*/200/", ""))
              .distinct();
      assertThat(broken).containsExactly(rule.isEmpty() ? new String[0] : new String[] {rule});
    }
  }
}
