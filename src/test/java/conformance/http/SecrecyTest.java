package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the target receives the token, and exchanges contain it masked. */
class SecrecyTest {
  @Test
  void sendsTheTokenAndSaysWhoAsks() throws IOException {
    try (var server = new WireServer(WireServer.text("HTTP/1.1 200 OK\n\n[]"))) {
      TestSender.get(server.url(), TestSender.LONG);
      assertThat(server.requests().get(0))
          .startsWith("GET /things HTTP/1.1\r\n")
          .contains("\r\nAuthorization: Bearer " + TestSender.SECRET + "\r\n")
          .contains("\r\nAccept: application/json\r\n")
          .contains("\r\nAccept-Encoding: gzip\r\n")
          .contains("\r\nUser-Agent: batch-contract-suite");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirectWithTheToken(int status) throws IOException {
    try (var other = new WireServer(WireServer.text("HTTP/1.1 200 OK\n\n[]"));
        var server =
            new WireServer(
                WireServer.text(
                    "HTTP/1.1 %d Elsewhere\nLocation: %s\nContent-Length: 0\n\n"
                        .formatted(status, other.url())))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(status);
      assertThat(exchange.head().orElseThrow().values("location")).hasSize(1);
      assertThat(server.requests()).hasSize(1);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void masksATokenThatTheTargetEchoes() throws IOException {
    var head =
        "HTTP/1.1 200 OK\nX-Echo: Bearer %1$s\nSet-Cookie: t=%1$s; Path=/\n\n"
            .formatted(TestSender.SECRET);
    var body = "{\"you sent\": \"Bearer %s\"}".formatted(TestSender.SECRET);
    try (var server = new WireServer(WireServer.text(head + body))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().values("x-echo")).containsExactly("Bearer [token]");
      assertThat(exchange.head().orElseThrow().values("set-cookie"))
          .containsExactly("t=[token]; Path=/");
      assertThat(exchange.beginning()).isEqualTo("{\"you sent\": \"Bearer [token]\"}");
      assertThat(exchange.toString() + exchange.transcript() + exchange.curl())
          .doesNotContain(TestSender.SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s is no HTTP\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n%s\n",
        "HTTP/1.1 %s OK\n\n",
      })
  void masksATokenInTheWordsOfAFailure(String answer) throws IOException {
    try (var server = new WireServer(WireServer.text(answer.formatted(TestSender.SECRET)))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isPresent();
      assertThat(exchange.toString() + exchange.transcript()).doesNotContain(TestSender.SECRET);
    }
  }
}
