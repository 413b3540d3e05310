package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Request;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.message.BasicHeader;
import org.apache.http.protocol.HttpContext;

/**
 * One exchange of REST Assured's as it goes over the wire: the request gets the token when nobody
 * but the target sees it any more, and the response is read, decoded and masked before anybody has
 * seen it.
 */
@SuppressWarnings("deprecation") // REST Assured takes no other client than the old one
final class FilteredExchange {
  /** A redirect is for the test to see, and following it would carry the token to another host. */
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

  /** REST Assured holds a body whole, and several times, in bytes. */
  private static final int HELD = 64 << 20;

  private final Attempt attempt;
  private final Request asked;
  private final Connection connection;
  private final Instant began = Instant.now();
  private boolean sent;
  private Optional<Exchange> exchange = Optional.empty();

  FilteredExchange(Attempt attempt, Request asked, Connection connection) {
    this.attempt = attempt;
    this.asked = asked;
    this.connection = connection;
  }

  /**
   * The response that {@code sending} leads to.
   *
   * @throws AssertionError if none came, or not the whole; it says why
   * @throws IllegalStateException if a proxy answers in place of the target
   */
  Response of(Supplier<Response> sending, Consumer<Exchange> told) {
    try {
      var response = sending.get();
      if (!sent) {
        throw new IllegalStateException(
            "the proxy did not lead to the target: " + response.statusLine());
      }
      return response;
    } catch (Exception e) { // REST Assured throws what it does not declare
      exchange = exchange.or(() -> attempt.failed(asked, e, connection, began));
      exchange.flatMap(Exchange::failure).ifPresent(this::fail);
      throw e instanceof RuntimeException it ? it : new IllegalStateException(e);
    } finally {
      exchange.ifPresent(told);
    }
  }

  private void fail(Failure failure) {
    throw new AssertionError(
        "%s %s: %s"
            .formatted(asked.method(), attempt.target().resolve(asked.path()), failure.reason()));
  }

  /** A CONNECT is for the proxy, which is not to see the token. */
  void send(HttpRequest request, HttpContext context) {
    sent = request instanceof RequestWrapper;
    if (sent) {
      asked
          .credential()
          .header(attempt.target().token().value())
          .ifPresent(it -> request.setHeader("Authorization", it));
    }
  }

  void receive(HttpResponse response, HttpContext context) throws HttpException, IOException {
    if (!sent) {
      return; // of a CONNECT
    }
    var entity = response.getEntity();
    var received =
        new Attempt.Received(
            response.getStatusLine().getStatusCode(),
            response.getStatusLine().toString(),
            Connection.fields(response),
            entity == null ? InputStream.nullInputStream() : entity.getContent());
    var body = new byte[1][];
    var came =
        attempt.received(
            asked, received, (head, in) -> body[0] = in.readNBytes(HELD + 1), connection, began);
    exchange = Optional.of(came);
    if (came.failure().isPresent()) {
      throw new IOException(came.failure().get().reason());
    }
    if (entity != null) {
      response.setEntity(held(body[0], came));
    }
    mask(response, came);
  }

  private ByteArrayEntity held(byte[] body, Exchange came) {
    if (body.length > HELD) {
      throw new IllegalStateException(
          "the body is longer than a test can hold, %,d bytes".formatted(HELD));
    }
    // A body that does not repeat the token stays as it is, byte for byte.
    var text = came.echoes().contains("") ? new String(body, StandardCharsets.ISO_8859_1) : "";
    var masked = attempt.redaction().apply(text).getBytes(StandardCharsets.ISO_8859_1);
    return new ByteArrayEntity(text.isEmpty() ? body : masked);
  }

  private void mask(HttpResponse response, Exchange came) {
    var fields = came.head().orElseThrow().headers();
    response.setHeaders(
        fields.stream().map(it -> new BasicHeader(it.name(), it.value())).toArray(Header[]::new));
    var reason = response.getStatusLine().getReasonPhrase();
    response.setReasonPhrase(reason == null ? null : attempt.redaction().apply(reason));
    if (response.getEntity() instanceof ByteArrayEntity body) {
      body.setContentType(response.getFirstHeader("Content-Type"));
    }
  }
}
