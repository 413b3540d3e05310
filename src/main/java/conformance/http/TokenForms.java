package conformance.http;

import conformance.contract.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a token may be written in what a server sends, or in what a run leaves behind.
 *
 * <p>Each character may be written as itself, behind backslashes, percent-encoded (RFC 3986), as a
 * JSON escape, as an HTML entity or as in a JSON Pointer, whichever a server chooses for it, in
 * either case, and once more within another text of that kind. The token as a whole may be written
 * in base64 (RFC 4648, both alphabets), whatever stands before it, or in hex. What takes a program
 * to read, such as compression, a hash, or base64 of base64, is not looked for.
 */
final class TokenForms {
  /** What is encoded of a very short token stands in many a text by chance. */
  private static final int TELLING = 8;

  /** A pattern of a few kilobytes would overflow the stack when it is compiled. */
  private static final int LONGEST = 512;

  private static final Map<Character, String> NAMES =
      Map.of(
          '<', "lt", '>', "gt", '"', "quot", '\'', "apos", '&', "amp", '/', "sol", '+', "plus", '=',
          "equals");

  /** What a character that is not written as itself begins with, as in a character class. */
  private static final String ESCAPES = "-_\\\\%&~";

  private final String token;
  private final List<String> plain;

  TokenForms(String token) {
    this.token = token;
    var hex = HexFormat.of().formatHex(token.getBytes(StandardCharsets.US_ASCII));
    var encoded =
        Stream.concat(
            Stream.of(hex), Stream.of("", " ", "  ").map(before -> base64(before, token)));
    this.plain =
        Stream.concat(Stream.of(token), encoded.filter(it -> it.length() >= TELLING)).toList();
  }

  /** Finds the token in any form. */
  Pattern whole() {
    return pattern(plain);
  }

  /** Finds the token without its last character, as {@link Credential#CUT_SHORT} sends it. */
  Pattern cutShort() {
    return new TokenForms(token.substring(0, token.length() - 1)).whole();
  }

  /** Finds the first {@code length} characters of any form. */
  Pattern beginning(int length) {
    return pattern(
        plain.stream().map(form -> form.substring(0, Math.min(form.length(), length))).toList());
  }

  /** Finds the last characters of any form behind a quotation mark, as many as there are. */
  Pattern quotedEnd(int shortest, int longest) {
    var ends =
        plain.stream()
            .flatMap(
                form ->
                    IntStream.rangeClosed(shortest, Math.min(longest, form.length()))
                        .mapToObj(length -> form.substring(form.length() - length)))
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    return Pattern.compile("\"" + pattern(ends), Pattern.CASE_INSENSITIVE);
  }

  /**
   * Texts one of which is, in either case, in nearly whatever holds the token. There is one for
   * each way to write all of it that leaves no letter and no digit as it is, and the longest run of
   * letters and digits for the others. A token that mixes ways within that run is not found by
   * them.
   */
  List<String> anchors() {
    var runs = Stream.of(token.split("[^A-Za-z0-9]+"));
    var longest = runs.reduce("", (a, b) -> b.length() > a.length() ? b : a);
    return Stream.of(
            plain.stream().skip(1).map(form -> form.split("[+/]")).map(TokenForms::longest),
            Stream.of(longest.isEmpty() ? token.substring(0, 1) : longest),
            Stream.of("\\u%04x", "%%%02x", "&#%d;", "&#x%02x;").map(this::each))
        .flatMap(it -> it)
        .distinct()
        .toList();
  }

  private static String longest(String[] parts) {
    return Stream.of(parts).reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  private String each(String format) {
    return token.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  /**
   * It looks at one character in most places, and at two where that may begin a form: to try every
   * way to begin takes 50 times as long.
   */
  private static Pattern pattern(List<String> forms) {
    var first = forms.stream().map(it -> inClass(it.charAt(0))).distinct();
    var two = forms.stream().map(TokenForms::beginning).distinct();
    return Pattern.compile(
        first.collect(Collectors.joining("", "(?=[" + ESCAPES, "])"))
            + two.collect(Collectors.joining("|", "(?=[" + ESCAPES + "]|", ")"))
            + forms.stream().map(TokenForms::spelt).collect(Collectors.joining("|", "(?:", ")")),
        Pattern.CASE_INSENSITIVE);
  }

  private static String beginning(String form) {
    var second = form.length() > 1 ? "[" + ESCAPES + inClass(form.charAt(1)) + "]" : "";
    return "[" + inClass(form.charAt(0)) + "]" + second;
  }

  private static String inClass(char c) {
    return Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c;
  }

  /** Of a very long form the beginning is matched exactly, and what may belong to it after that. */
  private static String spelt(String form) {
    var exact = form.substring(0, Math.min(form.length(), LONGEST));
    // Only a backslash of the token's own needs to look behind, which makes compiling slow.
    var own = form.indexOf('\\') >= 0;
    return exact.chars().mapToObj(c -> written((char) c, own)).collect(Collectors.joining())
        + (form.length() > LONGEST ? "[-\\w.~+/=%&#;\\\\]*+" : "");
  }

  /**
   * A few backslashes may stand in front; without bounds a text of nothing else would take long.
   */
  private static String written(char c, boolean own) {
    var hex = "%02x".formatted((int) c);
    var ways = Stream.<String>builder().add(c == '\\' ? "(?<=\\\\)" : Pattern.quote("" + c));
    ways.add("%(?:25){0,3}" + hex);
    if (own) {
      ways.add("(?<=\\\\)u00" + hex);
    }
    ways.add("&(?:amp;){0,3}(?:#0{0,5}+" + (int) c + "|#x0{0,5}+" + hex + ");?");
    if (NAMES.containsKey(c)) {
      ways.add("&(?:amp;){0,3}" + NAMES.get(c) + ";");
    }
    if (c == '/' || c == '~') {
      ways.add(c == '/' ? "~0{0,3}1" : "~0{1,4}");
    }
    if (c == '+' || c == '/') {
      ways.add(c == '+' ? "-" : "_"); // The other alphabet of base64.
    }
    var one = ways.build().collect(Collectors.joining("|", "\\\\{0,8}+(?:", ")"));
    return own ? one : "(?:" + one + "|\\\\{1,8}+u00" + hex + ")";
  }

  /** What base64 makes of the token when 0 to 2 bytes stand before it in its group of three. */
  private static String base64(String before, String token) {
    var bytes = (before + token).getBytes(StandardCharsets.US_ASCII);
    var from = (before.length() * 8 + 5) / 6;
    return Base64.getEncoder().encodeToString(bytes).substring(from, bytes.length * 8 / 6);
  }
}
