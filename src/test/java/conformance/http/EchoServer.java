package conformance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Responses that repeat the token of the request, each written from the status line on. */
public enum EchoServer {
  HEADERS(token -> head("200 OK", spelt(token, "X-%d: %s\r\n")) + "[]"),
  HEADER_NAME(token -> head("200 OK", "X-" + token + ": 1\r\n") + "[]"),
  REQUEST_ID(
      token ->
          head("200 OK", "X-Request-Id: %1$s\r\ntraceparent: 00-%1$s\r\n".formatted(token)) + "[]"),
  MEDIA_TYPE(
      token -> head("200 OK", "Content-Type: a/%1$s; charset=\"%1$s\"\r\n".formatted(token))),
  DATE(token -> head("200 OK", "Date: " + token + "\r\nRetry-After: " + token + "\r\n") + "[]"),
  REASON(token -> head("200 OK " + token, "") + "[]"),
  REDIRECT(token -> head("302 Found", "Location: http://127.0.0.1:1/?t=" + Spelling.URL.of(token))),
  REFUSAL(token -> head("401 No", "WWW-Authenticate: Bearer error=\"" + token + "\"\r\n") + token),
  UNKNOWN(token -> head("404 No", "") + page(token)),
  ERROR(token -> head("500 Oops", "Content-Type: text/html\r\n") + page(token)),
  VALUES(
      token ->
          json("[" + items(token, "{\"status\":%s,\"updated_at\":%s,\"file_name\":%s}") + "]")),
  VALUES_CUT(token -> json("[" + cuts(token, "{\"status\":%1$s,\"file_name\":%1$s}") + "]")),
  NAMES(token -> json("[" + items(token, "{%s:%s,\"execution_status\":{%s:-1}}") + "]")),
  NAMES_CUT(token -> json("[" + cuts(token, "{%1$s:1,\"execution_status\":{%1$s:-1}}") + "]")),
  NO_JSON(token -> json(token)),
  BROKEN_JSON(token -> json("[{\"a\": NaN, \"a\": " + token + "}]")),
  NAME_TWICE(token -> json("[{%1$s:%1$s,%1$s:1e99999}]".formatted(quoted(token)))),
  BEGINNING_CUT(token -> json("[\"" + "x".repeat(16 * 1024 - 12) + token + "\"]")),
  LATE(token -> json("[" + "{},".repeat(100_000) + quoted(token) + "]")),
  CHUNK_EXTENSION(
      token -> chunked("2;t=" + token + "\r\n[]\r\n0\r\nX-Trailer: " + token + "\r\n\r\n")),
  CHUNK_SIZE(token -> chunked("2\r\n[]\r\n" + token + "\r\n")),
  NO_HTTP(token -> token + "\r\n" + token),
  NO_GZIP(token -> head("200 OK", "Content-Encoding: gzip\r\n") + token),
  GZIP(token -> head("200 OK", "Content-Encoding: gzip\r\n") + gzip("[" + quoted(token) + "]"));

  private final UnaryOperator<String> response;

  EchoServer(UnaryOperator<String> response) {
    this.response = response;
  }

  /** Responds as the path of the request names, repeating the request's credentials. */
  public static void answer(List<String> request, OutputStream out) throws IOException {
    var path = request.get(0).split("/");
    var shown =
        request.stream()
            .filter(line -> line.startsWith("Authorization: "))
            .map(line -> line.replaceFirst("Authorization: (Bearer |bearer |Basic )?", ""))
            .findFirst()
            .orElse(request.get(0));
    var how =
        Stream.of(values())
            .filter(it -> path.length > 2 && it.name().equals(path[2]))
            .findFirst()
            .orElse(UNKNOWN);
    out.write(how.response.apply(shown).getBytes(ISO_8859_1));
  }

  private static String head(String status, String headers) {
    return "HTTP/1.1 %s\r\nConnection: close\r\n%s\r\n".formatted(status, headers);
  }

  private static String json(String body) {
    return head("200 OK", "Content-Type: application/json\r\n") + body;
  }

  private static String chunked(String body) {
    return head("200 OK", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
        + body;
  }

  private static String page(String token) {
    return "<html><a href=\"/?t=%s\">%s</a>"
        .formatted(Spelling.URL.of(token), Spelling.HTML_SLASHES.of(token));
  }

  private static String spelt(String token, String format) {
    return Stream.of(Spelling.values())
        .map(how -> format.formatted(how.ordinal(), how.of(token)))
        .collect(Collectors.joining());
  }

  private static String items(String token, String format) {
    return Stream.of(Spelling.values())
        .map(how -> quoted(how.of(token)))
        .map(it -> format.formatted(it, it, it))
        .collect(Collectors.joining(","));
  }

  /** Values that are truncated at each character of the token. */
  private static String cuts(String token, String format) {
    return IntStream.range(160 - 2 * token.length(), 162)
        .mapToObj(length -> quoted("x".repeat(length) + token + "y".repeat(200)))
        .map(format::formatted)
        .collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    return new JsonMapper().writeValueAsString(text);
  }

  private static String gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toString(ISO_8859_1);
  }
}
