package conformance.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Exchange;
import conformance.contract.ResponseHead.Header;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of a response is recorded as it was received, before the client interprets it. */
class ReceivedHeadTest {
  @ParameterizedTest
  @ValueSource(strings = {"X ", "X\t", " X", "X Y", "X(1)"})
  void keepsNamesAsTheyAre(String name) throws IOException {
    var head = "%s: 1\nContent-Length: 2\n".formatted(name);
    var fields = received(head, "[]").head().orElseThrow().headers();
    assertThat(fields.get(0).value()).isEqualTo("1");
    assertThat(fields.get(0).name()).isEqualTo(name);
    assertThat(fields.get(1)).isEqualTo(new Header("Content-Length", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked|Content-Length: 2",
        "Content-Length: 2|Transfer-Encoding: chunked",
        "Transfer-Encoding : chunked",
      })
  void readsChunksHoweverOftenTheyAreAnnounced(String fields) throws IOException {
    var exchange = received(fields.replace("|", "\n") + "\n", "2\r\n[]\r\n0\r\n\r\n");
    assertThat(sent(exchange)).containsExactly(fields.split("\\|"));
    assertThat(exchange.failure()).isEmpty();
    assertThat(exchange.beginning()).isEqualTo("[]");
  }

  /** The connection stays open, so that only the length says where the body ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2, 2",
        "Content-Length: 2,2, 2",
        "Content-Length: 2|Content-Length: 2",
        "Content-Length : 2",
      })
  void readsALengthHoweverOftenItIsSaid(String fields) throws IOException {
    var head = "HTTP/1.1 200 OK\n%s\n\n".formatted(fields.replace("|", "\n"));
    WireServer.Answer open = WireServer.text(head, (byte) '[', (byte) ']');
    try (var server =
        new WireServer(
            socket -> {
              open.send(socket);
              socket.getOutputStream().flush();
              socket.getInputStream().read();
            })) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(sent(exchange)).containsExactly(fields.split("\\|"));
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.beginning()).isEqualTo("[]");
    }
  }

  private static Stream<String> sent(Exchange exchange) {
    return exchange.head().orElseThrow().headers().stream()
        .map(field -> field.name() + ": " + field.value());
  }

  private static Exchange received(String fields, String body) throws IOException {
    var head = "HTTP/1.1 200 OK\n%s\n".formatted(fields);
    try (var server = new WireServer(WireServer.text(head, body.getBytes(US_ASCII)))) {
      return TestSender.get(server.url(), TestSender.LONG);
    }
  }
}
