package conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a token may be written in what a server sends, or in what a run leaves behind.
 *
 * <p>As it is, in base64 (RFC 4648) whatever stands before it, or in hex, each {@link Unescaped} of
 * the text that it stands in. What takes a program to read, such as compression, a hash, or base64
 * of base64, is not looked for.
 */
final class TokenForms {
  /** What is encoded of a very short token stands in many a text by chance. */
  private static final int TELLING = 8;

  private final String token;
  private final List<String> encoded;

  TokenForms(String token) {
    this.token = token;
    var hex = HexFormat.of().formatHex(token.getBytes(StandardCharsets.US_ASCII));
    this.encoded =
        Stream.concat(Stream.of(hex), Stream.of("", " ", "  ").map(before -> base64(before, token)))
            .filter(it -> it.length() >= TELLING)
            .toList();
  }

  /** All of them, folded. */
  List<String> all() {
    // A token that holds what looks like an escape is read as other texts are.
    var read = Unescaped.all(token).stream().map(Unescaped::text);
    return Stream.concat(
            read.filter(it -> it.length() >= Math.min(TELLING, token.length())),
            encoded.stream().map(Unescaped::folded))
        .toList();
  }

  /**
   * Texts one of which is, in either case, in nearly whatever holds the token. There is one for
   * each way to write all of it that leaves no letter and no digit as it is, and the longest run of
   * letters and digits for the others. A token that mixes ways within that run is not found by
   * them.
   */
  List<String> anchors() {
    var run = longestRun(token);
    return Stream.of(
            encoded.stream().map(TokenForms::longestRun),
            Stream.of(run.isEmpty() ? token.substring(0, 1) : run),
            Stream.of("\\u%04x", "%%%02x", "&#%d;", "&#x%02x;").map(this::each))
        .flatMap(it -> it)
        .distinct()
        .toList();
  }

  private static String longestRun(String text) {
    return Stream.of(text.split("[^A-Za-z0-9]+"))
        .reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  private String each(String format) {
    return token.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  /** What base64 makes of the token when 0 to 2 bytes stand before it in its group of three. */
  private static String base64(String before, String token) {
    var bytes = (before + token).getBytes(StandardCharsets.US_ASCII);
    var from = (before.length() * 8 + 5) / 6;
    return Base64.getEncoder().encodeToString(bytes).substring(from, bytes.length * 8 / 6);
  }
}
