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
 * @param request what was asked for
 * @param url where
 * @param head status and headers, if a response came
 * @param beginning the first characters of the body
 * @param bytes the size of the whole body as it was read, in bytes
 * @param failure what went wrong on the way, if anything
 * @param echoes where the response repeats the token, as deviations name places
 * @param began when the request was sent
 * @param took until the end of the body
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
    Duration took) {

  public Exchange {
    echoes = List.copyOf(echoes);
  }

  /** The same with the beginning of the body passed through {@code edit}. */
  public Exchange withBeginning(UnaryOperator<String> edit) {
    return new Exchange(
        request, url, head, edit.apply(beginning), bytes, failure, echoes, began, took);
  }

  /** The exchange as text, the way people write HTTP down. */
  public String transcript() {
    var credential = request.credential();
    var text = new StringBuilder("%s %s%s\n".formatted(request.method(), url, credential.query()));
    text.append("Accept: ").append(request.mediaType()).append('\n');
    credential.header().ifPresent(it -> text.append("Authorization: " + it).append('\n'));
    text.append('\n');
    head.ifPresent(
        it -> {
          text.append("HTTP ").append(it.status()).append('\n');
          it.headers().forEach(h -> text.append(h.name() + ": " + h.value()).append('\n'));
          text.append('\n').append(beginning).append('\n');
        });
    failure.ifPresent(it -> text.append("\n--- ").append(it.reason()).append('\n'));
    text.append("\n--- %,d bytes in %,d ms, sent at %s\n".formatted(bytes, took.toMillis(), began));
    return text.toString();
  }

  /** A shell command that makes the same request, with the token in the environment. */
  public String curl() {
    var method =
        switch (request.method()) {
          case "GET" -> "";
          case "HEAD" -> " -I";
          default -> " -X " + request.method();
        };
    var asItIs = request.path().contains("%2E") ? " --path-as-is" : "";
    var credential = request.credential();
    var header = credential.header().map(" -H \"Authorization: %s\""::formatted).orElse("");
    var query = credential.query().isEmpty() ? "" : "\"" + credential.query() + "\"";
    return "curl -sS%s%s%s -H 'Accept: %s' '%s'%s"
        .formatted(
            method, asItIs, header, request.mediaType(), url.toString().replace("'", "%27"), query);
  }
}
