package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses whose body is truncated, malformed or late. */
class BrokenBodyTest {
  /** Enough for the head of a response, even on a busy machine. */
  private static final Duration SHORT = Duration.ofMillis(1_500);

  private static final String OK = "HTTP/1.1 200 OK\n";
  private static final String GZIP = OK + "Content-Encoding: gzip\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\n\n";

  /** The first request of a process takes seconds, since it loads libraries. */
  @BeforeAll
  static void warmUp() throws IOException {
    try (var server = new WireServer(socket -> {})) {
      TestSender.get(server.url(), TestSender.LONG);
    }
  }

  static Stream<Arguments> broken() {
    var packed = gzip(noise());
    var flipped = packed.clone();
    flipped[packed.length / 2] ^= 0x55;
    var half = Arrays.copyOf(packed, packed.length / 2);
    return Stream.of(
        arguments(
            "shorter than announced",
            WireServer.text(OK + "Content-Length: 9\n\n[1, 2"),
            "the body broke off: Premature end of Content-Length delimited message body"),
        arguments(
            "reset",
            WireServer.reset(WireServer.text(OK + "Content-Length: 9\n\n[1, 2")),
            "the connection was reset in the body"),
        arguments(
            "no chunk size",
            WireServer.text(CHUNKED + "zz\n[]\n0\n\n"),
            "the chunks of the body are malformed: Bad chunk header"),
        arguments(
            "chunk cut off",
            WireServer.text(CHUNKED + "9\n[1, 2"),
            "the chunks of the body are malformed: Truncated chunk"),
        arguments(
            "no last chunk",
            WireServer.text(CHUNKED + "2\n[]\n"),
            "the body broke off: Premature end of chunk coded message body"),
        arguments(
            "not gzip at all",
            WireServer.text(GZIP + "Content-Length: 2\n\n[]"),
            "the body is not the gzip it is said to be"),
        arguments(
            "gzip with a bit changed",
            WireServer.text(GZIP + "Content-Length: " + packed.length + "\n\n", flipped),
            "the body is not the gzip it is said to be"),
        arguments(
            "gzip with something behind it",
            WireServer.text(GZIP + "\n", join(packed, "and more of it".getBytes(UTF_8))),
            "the body is not the gzip it is said to be: something else follows it"),
        arguments(
            "gzip with something behind it that comes later",
            apart(packed, new byte[1]),
            "the body is not the gzip it is said to be: something else follows it"),
        arguments(
            "gzip that ends too early",
            WireServer.text(GZIP + "Content-Length: " + half.length + "\n\n", half),
            "the compressed body ends too early"),
        arguments(
            "gzip that is whole, and less than was announced",
            WireServer.text(GZIP + "Content-Length: " + (packed.length + 50) + "\n\n", packed),
            "the body broke off: Premature end of Content-Length delimited message body"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void tellsHowTheBodyIsBroken(String name, WireServer.Answer answer, String reason)
      throws IOException {
    try (var server = new WireServer(answer)) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(200);
      assertThat(exchange.failure().map(Failure::kind)).contains(Kind.BODY);
      assertThat(exchange.failure().orElseThrow().reason()).startsWith(reason);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Tag("slow")
  @Test
  void boundsABodyThatTricklesAsAWhole() throws IOException {
    var head = WireServer.text(OK + "\n[");
    try (var server = new WireServer(WireServer.trickle(head))) {
      var exchange = TestSender.get(server.url(), SHORT);
      assertThat(exchange.failure())
          .contains(new Failure(Kind.BODY, "the body did not end within 1500 ms"));
      assertThat(exchange.beginning()).startsWith("[  ");
      assertThat(exchange.bytes()).isGreaterThan(2);
    }
  }

  @Tag("slow")
  @Test
  void boundsABodyThatStalls() throws IOException {
    var head = WireServer.text(OK + "Content-Length: 9\n\n[1, 2");
    try (var server = new WireServer(WireServer.stall(head))) {
      var exchange = TestSender.get(server.url(), SHORT);
      assertThat(exchange.failure())
          .contains(new Failure(Kind.BODY, "the body did not end within 1500 ms"));
      assertThat(exchange.beginning()).isEqualTo("[1, 2");
      assertThat(exchange.bytes()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
  void readsABodyThatIsCompressed(String coding) throws IOException {
    var packed = gzip("[1, 2, 3]".getBytes(UTF_8));
    var head =
        "%sContent-Encoding: %s\nContent-Length: %d\n\n".formatted(OK, coding, packed.length);
    try (var server = new WireServer(WireServer.text(head, packed))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.beginning()).isEqualTo("[1, 2, 3]");
      assertThat(exchange.bytes()).isEqualTo(9);
    }
  }

  @Test
  void readsALongBodyThatIsCompressedPieceByPiece() throws IOException {
    var bytes = noise();
    var read = new AtomicReference<byte[]>();
    try (var server = new WireServer(WireServer.text(GZIP + "\n", gzip(bytes)))) {
      var exchange =
          TestSender.get(
              server.url(),
              (head, stream) -> {
                stream.readNBytes(7);
                read.set(stream.readAllBytes());
              });
      assertThat(exchange.failure()).isEmpty();
      assertThat(read.get()).isEqualTo(Arrays.copyOfRange(bytes, 7, bytes.length));
    }
  }

  /** A file may have several members (RFC 1952, section 2.2), which may arrive separately. */
  @Test
  void readsABodyThatIsCompressedInParts() throws IOException {
    var apart = apart(gzip("[1, ".getBytes(UTF_8)), gzip("2, 3]".getBytes(UTF_8)));
    try (var server = new WireServer(apart)) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.beginning()).isEqualTo("[1, 2, 3]");
    }
  }

  /** A server or proxy may send Content-Encoding with every response. */
  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "204 No Content", "304 Not Modified", "404 Not Found"})
  void readsNoBodyThatIsSaidToBeCompressed(String status) throws IOException {
    var head = "HTTP/1.1 %s\nContent-Encoding: gzip\nContent-Length: 0\n\n".formatted(status);
    try (var server = new WireServer(WireServer.text(head))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.bytes()).isZero();
    }
  }

  @Test
  void readsABodyThatIsCompressedInAGreatManyParts() throws IOException {
    var body = new ByteArrayOutputStream();
    for (var i = 0; i < 20_000; i++) {
      body.writeBytes(gzip(new byte[0]));
    }
    body.writeBytes(gzip("[]".getBytes(UTF_8)));
    try (var server = new WireServer(WireServer.text(GZIP + "\n", body.toByteArray()))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.beginning()).isEqualTo("[]");
    }
  }

  @Test
  void readsABodyInChunks() throws IOException {
    var body = "4;name=value\n[1, \n5\n2, 3]\n0\nX-Trailer: x\n\n";
    try (var server = new WireServer(WireServer.text(CHUNKED + body))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.beginning()).isEqualTo("[1, 2, 3]");
    }
  }

  @Test
  void readsAResponseWithoutBody() throws IOException {
    try (var server = new WireServer(WireServer.text("HTTP/1.1 204 No Content\n\n"))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(204);
      assertThat(exchange.bytes()).isZero();
    }
  }

  @Test
  void keepsTheBeginningOfALongBodyAndCountsAllOfIt() throws IOException {
    var body = new byte[100_000];
    Arrays.fill(body, (byte) 'x');
    var read = new AtomicReference<byte[]>();
    try (var server = new WireServer(WireServer.text(OK + "\n", body))) {
      var exchange =
          TestSender.get(server.url(), (status, stream) -> read.set(stream.readAllBytes()));
      assertThat(read.get()).isEqualTo(body);
      assertThat(exchange.bytes()).isEqualTo(100_000);
      assertThat(exchange.beginning()).isEqualTo("x".repeat(CapturedStream.KEPT));
    }
  }

  private static byte[] noise() {
    var bytes = new byte[10_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  /** A body in two parts, with a pause after the first. */
  private static WireServer.Answer apart(byte[] one, byte[] other) {
    return socket -> {
      WireServer.text(GZIP + "\n", one).send(socket);
      socket.getOutputStream().flush();
      Thread.sleep(100);
      socket.getOutputStream().write(other);
    };
  }

  private static byte[] join(byte[] one, byte[] other) {
    var both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var packer = new GZIPOutputStream(out)) {
      packer.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
