package conformance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text without escape sequences, folded: in lower case and in the standard base64 alphabet (RFC
 * 4648, section 4).
 *
 * @param starts the index in the original text at which each character begins, and the last ends
 */
record Unescaped(String text, int[] starts) {
  /** How often to unescape: a body or a message may quote a text that quotes another. */
  private static final int MAX_DEPTH = 3;

  private static final Map<String, Character> NAMED =
      Map.of(
          "&lt;", '<', "&gt;", '>', "&amp;", '&', "&quot;", '"', "&apos;", '\'', "~0", '~', "~1",
          '/');

  /** The escapes of JSON, URLs (RFC 3986), HTML and JSON Pointers. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?=[\\\\%&~])(?:(?:\\\\u00|%)([0-9a-f]{2})|&#x0{0,5}([0-9a-f]{2});?"
              + "|&#0{0,5}([0-9]{2,3});?|&(?:lt|gt|amp|quot|apos);|~[01]|\\\\(.))",
          Pattern.DOTALL);

  /** The text itself, then unescaped once, twice and so on while there are escapes. */
  static List<Unescaped> all(String text) {
    var positions = IntStream.rangeClosed(0, text.length()).toArray();
    var all = new ArrayList<>(List.of(new Unescaped(folded(text), positions)));
    for (var i = 0; i < MAX_DEPTH && all.size() == i + 1; i++) {
      all.get(i).unescape().ifPresent(all::add);
    }
    return all;
  }

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

  /** Unescapes once more; empty if there are no escapes. */
  private Optional<Unescaped> unescape() {
    var escape = ESCAPE.matcher(text);
    var result = new StringBuilder(text.length());
    var newStarts = new int[starts.length];
    var done = 0;
    while (escape.find()) {
      System.arraycopy(starts, done, newStarts, result.length(), escape.start() + 1 - done);
      result.append(text, done, escape.start()).append(folded(character(escape)));
      done = escape.end();
    }
    System.arraycopy(starts, done, newStarts, result.length(), starts.length - done);
    return done == 0
        ? Optional.empty()
        : Optional.of(
            new Unescaped(result.append(text, done, text.length()).toString(), newStarts));
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

  /** The indices of all occurrences of {@code part}. */
  IntStream find(String part) {
    return IntStream.iterate(text.indexOf(part), at -> at >= 0, at -> text.indexOf(part, at + 1));
  }
}
