package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The failures that the exceptions of the HTTP client are translated into. */
class FailuresTest {
  private static final URI URL = URI.create("http://doors.example:8080/all");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String BOUNDS = "beyond bounds: 65,536 bytes in a line, 200 fields";

  static Stream<Arguments> beforeTheHead() {
    return Stream.of(
        arguments(
            new UnknownHostException("doors.example"),
            Kind.NAME,
            "the host name doors.example cannot be resolved"),
        arguments(
            new ConnectTimeoutException(),
            Kind.CONNECTION,
            "doors.example:8080 did not accept a connection in 30 s"),
        arguments(
            new ConnectException("Connection refused"),
            Kind.CONNECTION,
            "doors.example:8080 refused the connection"),
        arguments(
            new NoRouteToHostException(),
            Kind.CONNECTION,
            "doors.example:8080 refused the connection"),
        arguments(
            new SSLHandshakeException("no\tcipher"),
            Kind.TLS,
            "no trusted TLS connection to doors.example:8080: no\\u0009cipher"),
        arguments(
            new SocketTimeoutException(),
            Kind.SILENCE,
            "doors.example:8080 began no response within 30 s"),
        arguments(
            new MessageConstraintException("Maximum header count exceeded"),
            Kind.NO_RESPONSE,
            "the head of the response is " + BOUNDS),
        arguments(
            new IOException("Maximum line length limit exceeded"),
            Kind.NO_RESPONSE,
            "the head of the response is " + BOUNDS),
        arguments(
            new NoHttpResponseException("it failed to respond"),
            Kind.NO_RESPONSE,
            "the connection was closed without a response"),
        arguments(
            new SocketException("Connection reset"),
            Kind.NO_RESPONSE,
            "the connection was reset before a response came"),
        arguments(
            new ClientProtocolException("not a protocol"),
            Kind.NO_RESPONSE,
            "what came is no HTTP response: not a protocol"),
        arguments(
            new HttpException("a bad line"),
            Kind.NO_RESPONSE,
            "what came is no HTTP response: a bad line"),
        arguments(
            new IOException(), Kind.NO_RESPONSE, "what came is no HTTP response: ioexception"));
  }

  @ParameterizedTest
  @MethodSource("beforeTheHead")
  void saysWhyNoResponseCame(Exception thrown, Kind kind, String reason) {
    var failure = new Failure(kind, reason);
    assertThat(Failures.beforeHead(thrown, false, URL, TIMEOUT)).contains(failure);
    assertThat(Failures.beforeHead(new IllegalStateException(thrown), false, URL, TIMEOUT))
        .contains(failure);
  }

  @Test
  void callsItSilenceWhenTheDeadlineClosedTheConnection() {
    assertThat(Failures.beforeHead(new SocketException("closed"), true, URL, TIMEOUT))
        .map(Failure::kind)
        .contains(Kind.SILENCE);
  }

  @Test
  void leavesOutThePortThatTheUrlDoesNotName() {
    var failure =
        Failures.beforeHead(new ConnectException(), false, URI.create("http://a.example"), TIMEOUT);
    assertThat(failure.orElseThrow().reason()).isEqualTo("a.example refused the connection");
  }

  @Test
  void takesNoMistakeOfOursForAFailureOfTheNetwork() {
    assertThat(Failures.beforeHead(new IllegalArgumentException(), false, URL, TIMEOUT)).isEmpty();
  }

  static Stream<Arguments> inTheBody() {
    return Stream.of(
        arguments(
            new OversizedBodyException(9),
            "the body is longer than target.max_body, 9 bytes: it was cut off there"),
        arguments(new SocketTimeoutException(), "the body did not end within 30 s"),
        arguments(
            new IOException("Maximum line length limit exceeded"),
            "the head of a chunk of the body is " + BOUNDS),
        arguments(
            new TruncatedChunkException("Truncated chunk"),
            "the chunks of the body are malformed: Truncated chunk"),
        arguments(
            new MalformedChunkCodingException("Bad chunk header"),
            "the chunks of the body are malformed: Bad chunk header"),
        arguments(
            new ZipException("Not in GZIP format"),
            "the body is not the gzip it is said to be: Not in GZIP format"),
        arguments(new EOFException(), "the compressed body ends too early"),
        arguments(
            new ConnectionClosedException("Premature end"), "the body broke off: Premature end"),
        arguments(new SocketException("reset"), "the connection was reset in the body"));
  }

  @ParameterizedTest
  @MethodSource("inTheBody")
  void saysWhyTheBodyDidNotComeWhole(Exception thrown, String reason) {
    assertThat(Failures.inBody(thrown, false, TIMEOUT)).isEqualTo(new Failure(Kind.BODY, reason));
  }

  @Test
  void callsABodyLateWhenTheDeadlineClosedTheConnection() {
    assertThat(Failures.inBody(new SocketException("closed"), true, TIMEOUT).reason())
        .isEqualTo("the body did not end within 30 s");
  }

  @ParameterizedTest
  @CsvSource({"PT30S, 30 s", "PT1.5S, 1500 ms", "PT0.9S, 900 ms", "PT2M, 120 s"})
  void writesTimesAsSettingsDo(Duration time, String words) {
    assertThat(Failures.format(time)).isEqualTo(words);
  }
}
