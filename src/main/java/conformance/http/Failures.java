package conformance.http;

import conformance.contract.Excerpt;
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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;

/** Translates the exceptions of the HTTP client into failures. */
final class Failures {
  /** RFC 9110, section 15.5.8. */
  private static final int ASKS_FOR_USER = 407;

  private Failures() {}

  /** The same as the next, where a server may have asked for a client certificate. */
  static Optional<Failure> beforeHead(
      Throwable thrown, Connection connection, URI url, Duration timeout) {
    var unanswered = !connection.reached() || caused(thrown, SSLException.class);
    return connection
        .asked()
        .filter(asked -> unanswered && !connection.overdue())
        .map(asked -> new Failure(Kind.CLIENT_CERTIFICATE, asked + ": " + innermost(thrown)))
        .or(() -> beforeHead(thrown, connection.overdue(), url, timeout));
  }

  /**
   * The failure before the response head was received; empty if {@code thrown} is a bug of the
   * suite instead of a network failure.
   */
  static Optional<Failure> beforeHead(
      Throwable thrown, boolean overdue, URI url, Duration timeout) {
    var spoken =
        causes(thrown)
            .filter(OtherProtocol.Spoken.class::isInstance)
            .map(cause -> ((OtherProtocol.Spoken) cause).failure())
            .findFirst();
    if (spoken.isPresent()) {
      return spoken;
    }
    var host = url.getHost();
    var place = url.getPort() < 0 ? host : host + ":" + url.getPort();
    if (caused(thrown, UnknownHostException.class)) {
      return failure(Kind.NAME, "the host name %s cannot be resolved".formatted(host));
    }
    if (caused(thrown, ConnectTimeoutException.class)) {
      return failure(
          Kind.CONNECTION,
          "%s did not accept a connection in %s".formatted(place, format(timeout)));
    }
    if (caused(thrown, ConnectException.class) || caused(thrown, NoRouteToHostException.class)) {
      return failure(Kind.CONNECTION, "%s refused the connection".formatted(place));
    }
    if (caused(thrown, SSLException.class)) {
      return Optional.of(TlsFailures.of(causes(thrown).toList(), innermost(thrown), place));
    }
    if (overdue || caused(thrown, SocketTimeoutException.class)) {
      return failure(
          Kind.SILENCE, "%s began no response within %s".formatted(place, format(timeout)));
    }
    if (exceedsLimits(thrown)) {
      return failure(Kind.NO_RESPONSE, "the head of the response is " + limits());
    }
    if (caused(thrown, NoHttpResponseException.class)) {
      return failure(Kind.NO_RESPONSE, "the connection was closed without a response");
    }
    if (caused(thrown, SocketException.class)) {
      return failure(Kind.NO_RESPONSE, "the connection was reset before a response came");
    }
    return caused(thrown, ClientProtocolException.class)
            || caused(thrown, HttpException.class)
            || caused(thrown, IOException.class)
        ? failure(Kind.NO_RESPONSE, "what came is no HTTP response: " + innermost(thrown))
        : Optional.empty();
  }

  /** The failure of a proxy that answered the CONNECT with anything but success. */
  static Failure ofProxy(Route route, int status, String statusLine) {
    var asks = status == ASKS_FOR_USER;
    var did =
        !asks
            ? "did not lead to the target"
            : route.proxyUser().isPresent()
                ? "refuses target.proxy_user and TARGET_PROXY_PASSWORD"
                : "asks for a user and a password";
    return new Failure(
        asks ? Kind.PROXY_USER : Kind.PROXY,
        "the proxy %s %s: %s"
            .formatted(
                route.proxy().orElseThrow().getAuthority(),
                did,
                Excerpt.cut(Excerpt.visible(statusLine))));
  }

  /** The same, with the proxy that could have led to the target but is not used. */
  static Failure withProxy(Failure failure, Route route) {
    var kind = failure.kind();
    return kind != Kind.NAME && kind != Kind.CONNECTION
        ? failure
        : route
            .unused()
            .map(
                name ->
                    new Failure(
                        kind,
                        "%s, and the proxy that %s names is not used: only target.proxy sets one"
                            .formatted(failure.reason(), name)))
            .orElse(failure);
  }

  /** The failure while the body was read. */
  static Failure inBody(Throwable thrown, boolean overdue, Duration timeout) {
    if (thrown instanceof OversizedBodyException) {
      return new Failure(Kind.BODY, thrown.getMessage());
    }
    if (overdue || caused(thrown, SocketTimeoutException.class)) {
      return new Failure(Kind.BODY, "the body did not end within " + format(timeout));
    }
    if (exceedsLimits(thrown)) {
      return new Failure(Kind.BODY, "the head of a chunk of the body is " + limits());
    }
    if (caused(thrown, TruncatedChunkException.class)
        || caused(thrown, MalformedChunkCodingException.class)) {
      return new Failure(Kind.BODY, "the chunks of the body are malformed: " + innermost(thrown));
    }
    if (caused(thrown, ZipException.class)) {
      return new Failure(
          Kind.BODY, "the body is not the gzip it is said to be: " + innermost(thrown));
    }
    if (caused(thrown, EOFException.class)) {
      return new Failure(Kind.BODY, "the compressed body ends too early");
    }
    if (caused(thrown, ConnectionClosedException.class)) {
      return new Failure(Kind.BODY, "the body broke off: " + innermost(thrown));
    }
    return new Failure(Kind.BODY, "the connection was reset in the body");
  }

  /** For a line that is too long, the client throws an exception known by its message only. */
  private static boolean exceedsLimits(Throwable thrown) {
    return caused(thrown, MessageConstraintException.class)
        || causes(thrown)
            .anyMatch(cause -> "Maximum line length limit exceeded".equals(cause.getMessage()));
  }

  private static String limits() {
    return "beyond bounds: %,d bytes in a line, %d fields"
        .formatted(Connection.MAX_LINE, Connection.MAX_FIELDS);
  }

  static String format(Duration time) {
    return time.toMillis() % 1_000 == 0
        ? "%d s".formatted(time.toSeconds())
        : "%d ms".formatted(time.toMillis());
  }

  private static Optional<Failure> failure(Kind kind, String reason) {
    return Optional.of(new Failure(kind, reason));
  }

  private static boolean caused(Throwable thrown, Class<? extends Throwable> by) {
    return causes(thrown).anyMatch(by::isInstance);
  }

  private static String innermost(Throwable thrown) {
    var cause = causes(thrown).reduce((first, second) -> second).orElse(thrown);
    return cause.getMessage() == null
        ? cause.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : Excerpt.cut(Excerpt.visible(cause.getMessage()));
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
