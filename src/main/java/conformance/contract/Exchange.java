package conformance.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request and its response as they happened, redacted and bounded.
 *
 * @param head status and header fields, if a response arrived
 * @param beginning the first characters of the body
 * @param bytes size of the body as it was read
 * @param failure why the response is missing or incomplete, if it is
 * @param echoes locations where the response repeats the token, as in {@link Deviation}
 * @param began when the request was sent
 * @param took time until the end of the body
 * @param traceparent the request's field of that name, of its own for each exchange (W3C Trace
 *     Context)
 */
public record Exchange(
    Request request,
    URI url,
    Optional<ResponseHead> head,
    String beginning,
    long bytes,
    Optional<Failure> failure,
    List<String> echoes,
    Instant began,
    Duration took,
    String traceparent) {
  /** The fields in which servers name a request, the usual ones first. */
  private static final List<String> REQUEST_IDS =
      List.of(
          "X-Request-Id",
          "Request-Id",
          "X-Correlation-Id",
          "X-Amzn-RequestId",
          "X-Amzn-Trace-Id",
          "CF-Ray",
          "traceparent");

  public Exchange {
    echoes = List.copyOf(echoes);
  }

  /** The same with {@code edit} applied to the beginning of the body. */
  public Exchange withBeginning(UnaryOperator<String> edit) {
    return new Exchange(
        request,
        url,
        head,
        edit.apply(beginning),
        bytes,
        failure,
        echoes,
        began,
        took,
        traceparent);
  }

  /** The same with another reason why the response is missing. */
  public Exchange withFailure(Failure other) {
    return new Exchange(
        request, url, head, beginning, bytes, Optional.of(other), echoes, began, took, traceparent);
  }

  /** The field by which the response names the request in the server's logs, fit to be shown. */
  public Optional<ResponseHead.Header> requestId() {
    return REQUEST_IDS.stream()
        .flatMap(
            name ->
                head.stream()
                    .flatMap(response -> response.values(name).stream())
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(
                        value ->
                            new ResponseHead.Header(name, Excerpt.visible(Excerpt.cut(value)))))
        .findFirst();
  }

  /** The exchange as text in the usual notation of HTTP. */
  public String transcript() {
    var text = new StringBuilder("%s %s%s\n".formatted(request.method(), url, request.query()));
    text.append("Accept: ").append(request.mediaType()).append('\n');
    request.authorization().ifPresent(it -> text.append(request.field() + ": " + it).append('\n'));
    text.append("traceparent: ").append(traceparent).append('\n');
    text.append('\n');
    head.ifPresent(
        response -> {
          text.append("HTTP ").append(response.status()).append('\n');
          response
              .headers()
              .forEach(field -> text.append(field.name() + ": " + field.value()).append('\n'));
          text.append('\n').append(beginning).append('\n');
        });
    failure.ifPresent(it -> text.append("\n--- ").append(it.reason()).append('\n'));
    text.append("\n--- %,d bytes in %,d ms, sent at %s\n".formatted(bytes, took.toMillis(), began));
    return text.toString();
  }

  /** A curl command for the same request, which takes the token from the environment. */
  public String curl() {
    var method =
        switch (request.method()) {
          case "GET" -> "";
          case "HEAD" -> " -I";
          default -> " -X " + request.method();
        };
    var pathAsIs = request.path().contains("%2E") ? " --path-as-is" : "";
    var header = request.authorization().map(this::option).orElse("");
    var query = request.query().isEmpty() ? "" : "\"" + request.query() + "\"";
    return "curl -sS%s%s%s -H 'Accept: %s' '%s'%s"
        .formatted(
            method,
            pathAsIs,
            header,
            request.mediaType(),
            url.toString().replace("'", "%27"),
            query);
  }

  /** With a semicolon, curl sends a field without a value. */
  private String option(String value) {
    return " -H \"%s\"".formatted(request.field() + (value.isEmpty() ? ";" : ": " + value));
  }
}
