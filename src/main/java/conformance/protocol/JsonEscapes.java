package conformance.protocol;

import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves escapes in JSON text (RFC 8259, section 7), which need not be complete. */
final class JsonEscapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

  private JsonEscapes() {}

  /**
   * The text with escapes replaced by what they stand for: a character, a line break, or a space
   * for tab, backspace and form feed.
   *
   * @param wanted whether to resolve an escape, given the escape and what it stands for
   */
  static String resolved(String json, BiPredicate<String, String> wanted) {
    return ESCAPE
        .matcher(json)
        .replaceAll(
            escape -> {
              var character = character(escape);
              return Matcher.quoteReplacement(
                  wanted.test(escape.group(), character) ? character : escape.group());
            });
  }

  private static String character(MatchResult escape) {
    if (escape.group(1) != null) {
      return "" + (char) Integer.parseInt(escape.group(1), 16);
    }
    return switch (escape.group(2)) {
      case "n", "r" -> "\n";
      case "t", "b", "f" -> " ";
      default -> escape.group(2);
    };
  }
}
