package conformance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text whose escapes are undone, in lower case and in the first alphabet of base64 (RFC 4648), to
 * be compared with others.
 *
 * @param text the text
 * @param starts where in the original text each of its characters begins, and the last one ends
 */
record Unescaped(String text, int[] starts) {
  /** A text may stand within another text, and a body or a message may quote that. */
  private static final int TIMES = 3;

  private static final Map<String, Character> NAMED =
      Map.of(
          "&lt;", '<', "&gt;", '>', "&amp;", '&', "&quot;", '"', "&apos;", '\'', "~0", '~', "~1",
          '/');

  /** As in JSON, in URLs (RFC 3986), in HTML, and in JSON Pointers. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?=[\\\\%&~])(?:(?:\\\\u00|%)([0-9a-f]{2})|&#x0{0,5}([0-9a-f]{2});?"
              + "|&#0{0,5}([0-9]{2,3});?|&(?:lt|gt|amp|quot|apos);|~[01]|\\\\(.))",
          Pattern.DOTALL);

  /** The text with its escapes, and without them, as often as there are some. */
  static List<Unescaped> all(String text) {
    var positions = IntStream.rangeClosed(0, text.length()).toArray();
    var all = new ArrayList<>(List.of(new Unescaped(folded(text), positions)));
    for (var i = 0; i < TIMES && all.size() == i + 1; i++) {
      all.get(i).again().ifPresent(all::add);
    }
    return all;
  }

  /** In lower case and in the first alphabet of base64. */
  static String folded(String text) {
    var chars = text.toCharArray();
    for (var i = 0; i < chars.length; i++) {
      chars[i] = folded(chars[i]);
    }
    return new String(chars);
  }

  private static char folded(char c) {
    return switch (c) {
      case '-' -> '+';
      case '_' -> '/';
      default -> c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    };
  }

  /** Without its escapes; empty if there are none. */
  private Optional<Unescaped> again() {
    var escape = ESCAPE.matcher(text);
    var written = new StringBuilder(text.length());
    var from = new int[starts.length];
    var done = 0;
    for (var more = escape.find(); more; more = escape.find()) {
      System.arraycopy(starts, done, from, written.length(), escape.start() + 1 - done);
      written.append(text, done, escape.start()).append(folded(character(escape)));
      done = escape.end();
    }
    System.arraycopy(starts, done, from, written.length(), starts.length - done);
    return done == 0
        ? Optional.empty()
        : Optional.of(new Unescaped(written.append(text, done, text.length()).toString(), from));
  }

  private static char character(MatchResult escape) {
    var hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
    if (hex != null) {
      return (char) Integer.parseInt(hex, 16);
    }
    if (escape.group(3) != null) {
      return (char) Integer.parseInt(escape.group(3));
    }
    return escape.group(4) == null ? NAMED.get(escape.group()) : escape.group(4).charAt(0);
  }

  /** Where {@code part} begins, each time that it stands there. */
  IntStream find(String part) {
    return IntStream.iterate(text.indexOf(part), at -> at >= 0, at -> text.indexOf(part, at + 1));
  }
}
