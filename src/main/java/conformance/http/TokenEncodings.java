package conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The encodings of a token to search for in responses and in the files of a run: plain, base64 (RFC
 * 4648) at any offset, and hex, each of them possibly escaped (see {@link Unescaped}).
 *
 * <p>Compression, hashes and nested base64 are not covered.
 */
final class TokenEncodings {
  /** A shorter encoded text occurs in other texts by chance. */
  private static final int MIN_LENGTH = 8;

  private final String token;
  private final List<String> encoded;

  TokenEncodings(String token) {
    this.token = token;
    var hex = HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8));
    this.encoded =
        Stream.concat(Stream.of(hex), Stream.of("", " ", "  ").map(before -> base64(before, token)))
            .filter(it -> it.length() >= MIN_LENGTH)
            .toList();
  }

  /** All encodings, folded. */
  List<String> all() {
    // The token itself may contain what looks like an escape sequence.
    var plain = Unescaped.all(token).stream().map(Unescaped::text);
    return Stream.concat(
            plain.filter(it -> it.length() >= Math.min(MIN_LENGTH, token.length())),
            encoded.stream().map(Unescaped::folded))
        .toList();
  }

  /**
   * Strings of which nearly every text with the token contains at least one, ignoring case: one for
   * each encoding that leaves no letter or digit unchanged, and the token's longest run of letters
   * and digits for all others. They miss a token that mixes encodings within that run.
   */
  List<String> anchors() {
    var run = longestRun(token);
    return Stream.of(
            encoded.stream().map(TokenEncodings::longestRun),
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

  /** The token in base64 when 0 to 2 other bytes precede it in its group of three. */
  private static String base64(String before, String token) {
    var bytes = (before + token).getBytes(StandardCharsets.UTF_8);
    var start = (before.length() * 8 + 5) / 6;
    return Base64.getEncoder().encodeToString(bytes).substring(start, bytes.length * 8 / 6);
  }
}
