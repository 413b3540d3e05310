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
import java.util.stream.Stream;

/**
 * Sends a request once, and makes an exchange of what came of it: a response, a part of one, or the
 * reason why there is none.
 *
 * @param redaction takes the token out of everything that came
 */
record Attempt(Target target, Redaction redaction) {
  static final String USER_AGENT = "batch-contract-suite";

  /** How much is read, in bytes, of what nobody has read: the token may stand in it. */
  private static final int READ_ON = 1 << 20;

  /**
   * The exchange that {@code request} leads to.
   *
   * @param reader reads the body of the response
   * @param end when it is given up
   */
  Exchange of(Request request, BodyHandler reader, Instant end) {
    var began = Instant.now();
    try (var connection = new Connection(Duration.between(began, end), target.route())) {
      Response response;
      try {
        var asked =
            target.resolve(request.path() + request.credential().query(target.token().value()));
        response = connection.send(request.method(), asked, headers(request));
      } catch (Exception e) { // REST Assured throws what it does not declare
        return failed(request, e, connection, began).orElseThrow(() -> mistake(request, e));
      }
      var received =
          new Received(
              response.statusCode(),
              response.statusLine(),
              connection.fields(),
              response.asInputStream());
      return received(request, received, reader, connection, began);
    }
  }

  /** The exchange that ended before the head of a response came, if the network is why. */
  Optional<Exchange> failed(
      Request request, Exception thrown, Connection connection, Instant began) {
    var url = target.resolve(request.path());
    return Failures.beforeHead(thrown, connection.overdue(), url, target.timeout())
        .map(it -> new Body("", 0, Optional.of(it), false))
        .map(nothing -> exchange(request, Optional.empty(), nothing, List.of(), began));
  }

  /** A response as it came, its body still to be read. */
  record Received(
      int status, String statusLine, List<ResponseHead.Header> fields, InputStream body) {}

  /** The exchange that {@code received} ends. */
  Exchange received(
      Request request,
      Received received,
      BodyHandler reader,
      Connection connection,
      Instant began) {
    var head = head(received.status(), received.fields());
    var body = body(request, received.body(), head, reader, connection);
    var echoes = echoesInHead(received.statusLine(), received.fields());
    return exchange(request, Optional.of(head), body, echoes, began);
  }

  /** What a library says of its mistake may hold what was sent. */
  private IllegalStateException mistake(Request request, Exception e) {
    var told =
        new IllegalStateException(redaction.apply("cannot send %s: %s".formatted(request, e)));
    told.setStackTrace(e.getStackTrace());
    return told;
  }

  private record Body(String beginning, long bytes, Optional<Failure> failure, boolean echoed) {}

  private Body body(
      Request request,
      InputStream raw,
      ResponseHead head,
      BodyHandler reader,
      Connection connection) {
    var content = raw == null ? InputStream.nullInputStream() : raw;
    var capture = new CapturedStream(new DeadlineStream(content, connection::overdue));
    CapturedStream decoded = capture;
    var search = new TokenSearch(target.token(), redaction);
    try {
      // The headers of a HEAD are those of a body that does not come.
      decoded =
          request.method().equals("HEAD")
              ? capture
              : new CapturedStream(
                  ContentCoding.decode(head, capture), target.maxBody(), Optional.of(search));
      reader.read(head, decoded);
      decoded.readNBytes(READ_ON);
      // What a coding no longer needs is part of the body, too: it may break off there.
      capture.readNBytes(READ_ON);
      return new Body(decoded.beginning(), decoded.count(), Optional.empty(), search.found());
    } catch (IOException e) {
      var failure = Failures.inBody(e, connection.overdue(), target.timeout());
      return new Body(decoded.beginning(), decoded.count(), Optional.of(failure), search.found());
    }
  }

  private Exchange exchange(
      Request request, Optional<ResponseHead> head, Body body, List<String> echoes, Instant began) {
    return new Exchange(
        request,
        target.resolve(request.path()),
        head,
        redaction.apply(body.beginning()),
        body.bytes(),
        body.failure().map(it -> new Failure(it.kind(), redaction.apply(it.reason()))),
        echoes(echoes, body),
        began,
        Duration.between(began, Instant.now()));
  }

  private Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("User-Agent", USER_AGENT);
    headers.put("Accept", request.mediaType());
    headers.put("Accept-Encoding", ResponseHead.ENCODINGS);
    request
        .credential()
        .header(target.token().value())
        .ifPresent(it -> headers.put("Authorization", it));
    return headers;
  }

  private ResponseHead head(int status, List<ResponseHead.Header> fields) {
    return new ResponseHead(
        status,
        fields.stream()
            .map(
                it ->
                    new ResponseHead.Header(
                        redaction.apply(it.name()), redaction.apply(it.value())))
            .toList());
  }

  /** Where the head of a response holds the token, as deviations name places. */
  private List<String> echoesInHead(String statusLine, List<ResponseHead.Header> fields) {
    var headers =
        fields.stream()
            .filter(it -> redaction.finds(it.name()) || redaction.finds(it.value()))
            .map(it -> "header:" + redaction.apply(it.name()));
    return Stream.concat(Stream.of("status").filter(it -> redaction.finds(statusLine)), headers)
        .distinct()
        .toList();
  }

  private List<String> echoes(List<String> inHead, Body body) {
    var inBody =
        body.echoed()
            || redaction.finds(body.beginning())
            || body.failure().filter(it -> redaction.finds(it.reason())).isPresent();
    return Stream.concat(inHead.stream(), Stream.of("").filter(it -> inBody)).toList();
  }
}
