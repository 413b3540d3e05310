package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Encodings that servers use for a text, implemented independently of the suite's code. */
public enum Spelling {
  PLAIN(it -> it),
  UPPER(it -> it.toUpperCase(Locale.ROOT)),
  LOWER(it -> it.toLowerCase(Locale.ROOT)),
  JSON(it -> it.replace("\\", "\\\\").replace("\"", "\\\"")),
  JSON_SLASHES(it -> JSON.of(it).replace("/", "\\/")),
  JSON_IN_JSON(it -> JSON.of(JSON_SLASHES.of(it))),
  JSON_UNICODE(it -> each(it, "\\u%04x")),
  JSON_UNICODE_UPPER(it -> each(it, "\\u%04X")),
  JSON_HTML_SAFE(
      it ->
          JSON.of(it)
              .replace("<", "\\u003c")
              .replace("&", "\\u0026")
              .replace("=", "\\u003d")
              .replace("+", "\\u002B")),
  POINTER(it -> it.replace("~", "~0").replace("/", "~1")),
  POINTER_IN_JSON(it -> JSON.of(POINTER.of(JSON_SLASHES.of(it)))),
  URL(it -> URLEncoder.encode(it, UTF_8)),
  URL_LOWER(it -> URL.of(it).replaceAll("%2B", "%2b").replaceAll("%2F", "%2f")),
  URL_TWICE(it -> URL.of(URL.of(it))),
  URL_EVERYTHING(it -> each(it, "%%%02X")),
  HTML(it -> it.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")),
  HTML_SLASHES(it -> HTML.of(it).replace("/", "&#x2F;").replace("=", "&#x3D;")),
  HTML_IN_HTML(it -> HTML.of(HTML_SLASHES.of(it))),
  HTML_DECIMAL(it -> each(it, "&#%d;")),
  HTML_HEX(it -> each(it, "&#x%X;")),
  BASE64(it -> base64(Base64.getEncoder(), it)),
  BASE64_OF_USER_AND_TOKEN(it -> base64(Base64.getEncoder(), "user:" + it)),
  BASE64_OF_TOKEN_AND_MORE(it -> base64(Base64.getEncoder(), "ab" + it + ":x")),
  BASE64_URL(it -> base64(Base64.getUrlEncoder().withoutPadding(), it)),
  BASE64_URL_OF_BEARER(it -> base64(Base64.getUrlEncoder(), "Bearer " + it)),
  BASE64_IN_URL(it -> URL.of(BASE64.of(it))),
  BASE64_IN_JSON(it -> BASE64_OF_USER_AND_TOKEN.of(it).replace("/", "\\/")),
  HEX(it -> HexFormat.of().formatHex(it.getBytes(UTF_8))),
  HEX_UPPER(it -> HexFormat.of().withUpperCase().formatHex(it.getBytes(UTF_8)));

  private final UnaryOperator<String> write;

  Spelling(UnaryOperator<String> write) {
    this.write = write;
  }

  public String of(String text) {
    return write.apply(text);
  }

  private static String each(String text, String format) {
    return text.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  private static String base64(Base64.Encoder encoder, String text) {
    return encoder.encodeToString(text.getBytes(UTF_8));
  }
}
