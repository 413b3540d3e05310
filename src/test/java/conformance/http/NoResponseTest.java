package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of receiving no response has its own message, and no request is silently repeated. */
class NoResponseTest {
  /** Enough for the head of a response, even on a busy machine. */
  private static final Duration SHORT = Duration.ofMillis(1_500);

  /** The first request of a process takes seconds, since it loads libraries. */
  @BeforeAll
  static void warmUp() throws IOException {
    try (var server = new WireServer(socket -> {})) {
      TestSender.get(server.url(), TestSender.LONG);
    }
  }

  @Test
  void tellsThatTheConnectionIsRefused() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var exchange = TestSender.get(URI.create("http://127.0.0.1:" + port), TestSender.LONG);
    assertThat(exchange.failure())
        .contains(
            new Failure(Kind.CONNECTION, "127.0.0.1:%d refused the connection".formatted(port)));
    assertThat(exchange.head()).isEmpty();
    assertThat(exchange.bytes()).isZero();
  }

  @Test
  void tellsThatTheNameCannotBeResolved() {
    var exchange = TestSender.get(URI.create("http://no-such-host.invalid"), TestSender.LONG);
    assertThat(exchange.failure())
        .contains(new Failure(Kind.NAME, "the host name no-such-host.invalid cannot be resolved"));
  }

  @Test
  void tellsThatTheConnectionIsReset() throws IOException {
    try (var server = new WireServer(WireServer.reset(socket -> {}))) {
      assertThat(TestSender.get(server.url(), TestSender.LONG).failure())
          .contains(
              new Failure(Kind.NO_RESPONSE, "the connection was reset before a response came"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void tellsThatTheConnectionIsClosedWithoutAReply() throws IOException {
    try (var server = new WireServer(socket -> {})) {
      assertThat(TestSender.get(server.url(), TestSender.LONG).failure())
          .contains(new Failure(Kind.NO_RESPONSE, "the connection was closed without a response"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Tag("slow")
  @Test
  void tellsThatNoResponseBeginsInTime() throws IOException {
    try (var server = new WireServer(WireServer.stall(socket -> {}))) {
      assertThat(TestSender.get(server.url(), SHORT).failure())
          .contains(
              new Failure(
                  Kind.SILENCE,
                  "127.0.0.1:%d began no response within 1500 ms"
                      .formatted(server.url().getPort())));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Tag("slow")
  @Test
  void doesNotWaitForAHeadThatTrickles() throws IOException {
    var head = WireServer.text("HTTP/1.1 200 OK\nX-Padding: ");
    try (var server = new WireServer(WireServer.trickle(head))) {
      assertThat(TestSender.get(server.url(), SHORT).failure().map(Failure::kind))
          .contains(Kind.SILENCE);
    }
  }

  /** Whether the other end goes on to wait, or closes the connection. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\u0015\u0003\u0001\u0000\u0002\u0002\u0050 | TLS_ONLY | plain http was sent to a port that speaks TLS",
        "\u0000\u0000\u0006\u0004\u0000\u0000\u0000\u0000\u0000 | OTHER_PROTOCOL | what came is no HTTP/1.1 response, but a SETTINGS frame of HTTP/2",
        "SSH-2.0-OpenSSH_9.2 | OTHER_PROTOCOL | what came is no HTTP response, but the greeting of an SSH server",
        "220 mail.example.com ESMTP | OTHER_PROTOCOL | what came is no HTTP response, but the greeting of a mail or FTP server",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void tellsWhoIsAtThePortInstead(String text, String kind, String reason) throws IOException {
    var failure = new Failure(Kind.valueOf(kind.strip()), reason.strip());
    var greeting = WireServer.text("", text.stripTrailing().getBytes(StandardCharsets.ISO_8859_1));
    for (var answer : List.of(greeting, WireServer.stall(greeting))) {
      try (var server = new WireServer(answer)) {
        assertThat(TestSender.get(server.url(), TestSender.LONG).failure()).contains(failure);
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\n\n",
        "{}\n",
        "HTTP/1.1 1000 OK\n\n",
        "HTTP/1.1 2147483647 OK\n\n"
      })
  void tellsThatWhatComesIsNoHttp(String text) throws IOException {
    try (var server = new WireServer(WireServer.text(text))) {
      var failure = TestSender.get(server.url(), TestSender.LONG).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Kind.NO_RESPONSE);
      assertThat(failure.reason()).startsWith("what came is no HTTP response: ");
      assertThat(server.requests()).hasSize(1);
    }
  }
}
