package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends a request once and records the exchange: a response, a partial response, or the reason why
 * there is none.
 *
 * @param token the token that is sent now
 * @param secrets are masked in everything that was received
 */
record Attempt(Target target, Supplier<Token> token, Secrets secrets, Redaction redaction) {
  /** How many bytes are read after the handler has returned, since they may repeat the token. */
  private static final int DRAIN_LIMIT = 1 << 20;

  Attempt(Target target, Supplier<Token> token, Secrets secrets) {
    this(target, token, secrets, new Redaction(secrets));
  }

  /** The token that the credential of {@code request} is made of. */
  String token(Request request) {
    var used = request.credential().ofOther() ? target.tokens().other().orElseThrow() : token.get();
    return used.value();
  }

  /**
   * Sends {@code request}.
   *
   * @param end the deadline of the exchange
   */
  Exchange send(Request request, BodyHandler handler, Instant end) {
    var start = Start.now();
    try (var connection = new Connection(Duration.between(start.began(), end), target.route())) {
      Response response;
      try {
        var url = target.resolve(request.path() + request.query(token(request)));
        response = connection.send(request.method(), url, headers(request, start));
      } catch (Exception e) { // REST Assured throws what it does not declare
        return withoutResponse(request, e, connection, start)
            .orElseThrow(() -> unexpected(request, e));
      }
      if (!connection.reached()) {
        var failure =
            Failures.ofProxy(target.route(), response.statusCode(), response.statusLine());
        return withoutResponse(request, failure, start);
      }
      var received =
          new Received(
              response.statusCode(),
              response.statusLine(),
              connection.fields(),
              response.asInputStream());
      return withResponse(request, received, handler, connection, start);
    }
  }

  /** The same exchange, with the reason if the server refuses what it gets for a certificate. */
  Exchange explained(Exchange exchange) {
    var closed = exchange.failure().filter(it -> it.kind() == Failure.Kind.NO_RESPONSE).isPresent();
    if (!closed || !"https".equals(exchange.url().getScheme())) {
      return exchange;
    }
    try (var connection = new Connection(target.timeout(), target.route())) {
      return connection
          .refusal(exchange.url())
          .map(this::masked)
          .map(exchange::withFailure)
          .orElse(exchange);
    }
  }

  /** The exchange that failed before the response head arrived; empty if not a network failure. */
  Optional<Exchange> withoutResponse(
      Request request, Exception thrown, Connection connection, Start start) {
    var url = target.resolve(request.path());
    return Failures.beforeHead(thrown, connection, url, target.timeout())
        .map(failure -> Failures.withProxy(failure, target.route()))
        .map(failure -> withoutResponse(request, failure, start));
  }

  private Exchange withoutResponse(Request request, Failure failure, Start start) {
    var noBody = new Body("", 0, Optional.of(failure), false);
    return exchange(request, Optional.empty(), noBody, List.of(), start);
  }

  /** A response as received, before redaction, with its body unread. */
  record Received(
      int status, String statusLine, List<ResponseHead.Header> fields, InputStream body) {}

  /** Reads the body of {@code received} and returns the exchange. */
  Exchange withResponse(
      Request request, Received received, BodyHandler handler, Connection connection, Start start) {
    var head = head(received.status(), received.fields());
    var body = body(request, received.body(), head, handler, connection);
    var echoes = echoesInHead(received.statusLine(), received.fields());
    return exchange(request, Optional.of(head), body, echoes, start);
  }

  /** Masked, since the message of a library may quote the request. */
  private IllegalStateException unexpected(Request request, Exception e) {
    var masked =
        new IllegalStateException(redaction.apply("cannot send %s: %s".formatted(request, e)));
    masked.setStackTrace(e.getStackTrace());
    return masked;
  }

  private record Body(String beginning, long bytes, Optional<Failure> failure, boolean echoed) {}

  private Body body(
      Request request,
      InputStream raw,
      ResponseHead head,
      BodyHandler handler,
      Connection connection) {
    var content = raw == null ? InputStream.nullInputStream() : raw;
    var capture = new CapturedStream(new DeadlineStream(content, connection::overdue));
    CapturedStream decoded = capture;
    var search = new TokenSearch(secrets);
    try {
      // The response to a HEAD may announce a content coding, but has no body.
      decoded =
          request.method().equals("HEAD")
              ? capture
              : new CapturedStream(
                  ContentCoding.decode(head, capture), target.maxBody(), Optional.of(search));
      handler.read(head, decoded);
      decoded.readNBytes(DRAIN_LIMIT);
      // Bytes that the decoder did not need belong to the body, too: it may break off there.
      capture.readNBytes(DRAIN_LIMIT);
      return new Body(decoded.beginning(), decoded.count(), Optional.empty(), search.found());
    } catch (IOException e) {
      var failure = Failures.inBody(e, connection.overdue(), target.timeout());
      return new Body(decoded.beginning(), decoded.count(), Optional.of(failure), search.found());
    }
  }

  private Exchange exchange(
      Request request, Optional<ResponseHead> head, Body body, List<String> echoes, Start start) {
    return new Exchange(
        request,
        target.resolve(request.path()),
        head,
        redaction.apply(body.beginning()),
        body.bytes(),
        body.failure().map(this::masked),
        echoes(echoes, body),
        start.began(),
        Duration.between(start.began(), Instant.now()),
        redaction.apply(start.traceparent()));
  }

  private Failure masked(Failure failure) {
    return new Failure(failure.kind(), redaction.apply(failure.reason()));
  }

  private Map<String, String> headers(Request request, Start start) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("User-Agent", Request.USER_AGENT);
    headers.put("Accept", request.mediaType());
    headers.put("Accept-Encoding", ResponseHead.ENCODINGS);
    headers.put(Start.TRACEPARENT, start.traceparent());
    request.authorization(token(request)).ifPresent(value -> headers.put(request.field(), value));
    return headers;
  }

  private ResponseHead head(int status, List<ResponseHead.Header> fields) {
    return new ResponseHead(
        status,
        fields.stream()
            .map(
                field ->
                    new ResponseHead.Header(
                        redaction.apply(field.name()), redaction.apply(field.value())))
            .toList());
  }

  /** The locations in the response head that contain the token, as deviations name them. */
  private List<String> echoesInHead(String statusLine, List<ResponseHead.Header> fields) {
    var headers =
        fields.stream()
            .filter(field -> redaction.finds(field.name()) || redaction.finds(field.value()))
            .map(field -> "header:" + redaction.apply(field.name()));
    var status = redaction.finds(statusLine) ? Stream.of("status") : Stream.<String>empty();
    return Stream.concat(status, headers).distinct().toList();
  }

  private List<String> echoes(List<String> inHead, Body body) {
    var inBody =
        body.echoed()
            || redaction.finds(body.beginning())
            || body.failure().filter(failure -> redaction.finds(failure.reason())).isPresent();
    return Stream.concat(inHead.stream(), inBody ? Stream.of("") : Stream.<String>empty()).toList();
  }
}
