package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Request;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.http.Header;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.RedirectStrategy;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.message.BasicHeader;
import org.apache.http.protocol.HttpContext;

/**
 * An exchange that a test makes through REST Assured. The token is added to the request after, and
 * the response is read, decoded and masked before, any other code can see it.
 */
@SuppressWarnings("deprecation") // REST Assured requires Apache HttpClient's deprecated API
final class FilteredExchange {
  /** The test sees the redirect; following it could send the token to another host. */
  static final RedirectStrategy NO_REDIRECTS =
      new RedirectStrategy() {
        @Override
        public boolean isRedirected(
            HttpRequest request, HttpResponse response, HttpContext context) {
          return false;
        }

        @Override
        public HttpUriRequest getRedirect(
            HttpRequest request, HttpResponse response, HttpContext context) {
          throw new IllegalStateException("no redirect is followed");
        }
      };

  /** The longest body in bytes, since REST Assured keeps several copies of it in memory. */
  private static final int MAX_BODY = 64 << 20;

  private final Attempt attempt;
  private final Request recorded;
  private final Connection connection;
  private Start start = Start.now();
  private Optional<Exchange> exchange = Optional.empty();

  FilteredExchange(Attempt attempt, Request recorded, Connection connection) {
    this.attempt = attempt;
    this.recorded = recorded;
    this.connection = connection;
  }

  /**
   * Runs {@code sending}.
   *
   * @param listener receives the exchange
   * @throws AssertionError if there is no response, or an incomplete one
   * @throws IllegalStateException if a proxy responds instead of the target
   */
  Response send(Supplier<Response> sending, Consumer<Exchange> listener) {
    try {
      var response = sending.get();
      if (!connection.reached()) {
        throw new IllegalStateException(
            "the proxy did not lead to the target: " + response.statusLine());
      }
      return response;
    } catch (Exception e) { // REST Assured throws what it does not declare
      exchange = exchange.or(() -> attempt.withoutResponse(recorded, e, connection, start));
      exchange.flatMap(Exchange::failure).ifPresent(this::fail);
      throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    } finally {
      exchange.ifPresent(listener);
    }
  }

  private void fail(Failure failure) {
    var url = attempt.target().resolve(recorded.path());
    throw new AssertionError("%s %s: %s".formatted(recorded.method(), url, failure.reason()));
  }

  /** Adds the token, but not to a CONNECT, which goes to the proxy. */
  void authorize(HttpRequest request, HttpContext context) {
    if (connection.reached()) {
      trace(request);
      recorded
          .authorization(attempt.token(recorded))
          .ifPresent(value -> request.setHeader(recorded.field(), value));
    }
  }

  /** A test may trace its requests by itself. */
  private void trace(HttpRequest request) {
    var own = request.getFirstHeader(Start.TRACEPARENT);
    if (own == null) {
      request.setHeader(Start.TRACEPARENT, start.traceparent());
    } else {
      start = new Start(start.began(), own.getValue());
    }
  }

  void receive(HttpResponse response, HttpContext context) throws HttpException, IOException {
    if (!connection.reached()) {
      return; // the proxy's response to a CONNECT
    }
    var entity = response.getEntity();
    var received =
        new Attempt.Received(
            response.getStatusLine().getStatusCode(),
            response.getStatusLine().toString(),
            Connection.fields(response),
            entity == null ? InputStream.nullInputStream() : entity.getContent());
    var body = new byte[1][];
    BodyHandler handler = (head, in) -> body[0] = in.readNBytes(MAX_BODY + 1);
    var result = attempt.withResponse(recorded, received, handler, connection, start);
    exchange = Optional.of(result);
    if (result.failure().isPresent()) {
      throw new IOException(result.failure().get().reason());
    }
    if (entity != null) {
      response.setEntity(entity(body[0]));
    }
    mask(response, result);
  }

  private ByteArrayEntity entity(byte[] body) {
    if (body.length > MAX_BODY) {
      throw new IllegalStateException(
          "the body is longer than a test can hold, %,d bytes".formatted(MAX_BODY));
    }
    var text = new String(body, StandardCharsets.ISO_8859_1);
    var masked = attempt.redaction().apply(text);
    return new ByteArrayEntity(
        masked.equals(text) ? body : masked.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void mask(HttpResponse response, Exchange result) {
    var fields = result.head().orElseThrow().headers();
    response.setHeaders(
        fields.stream()
            .map(f -> new BasicHeader(f.name().strip(), f.value()))
            .toArray(Header[]::new));
    var reason = response.getStatusLine().getReasonPhrase();
    response.setReasonPhrase(reason == null ? null : attempt.redaction().apply(reason));
    if (response.getEntity() instanceof ByteArrayEntity body) {
      body.setContentType(response.getFirstHeader("Content-Type"));
    }
  }
}
