package conformance.protocol;

import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JSON text writes for a character (RFC 8259, section 7); the text need not be whole. */
final class JsonEscapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

  private JsonEscapes() {}

  /**
   * The text with characters, or blanks and ends of lines, in place of their escapes.
   *
   * @param wanted which escapes to resolve, by what is written and what it stands for
   */
  static String resolved(String json, BiPredicate<String, String> wanted) {
    return ESCAPE
        .matcher(json)
        .replaceAll(
            it -> {
              var character = character(it);
              return Matcher.quoteReplacement(
                  wanted.test(it.group(), character) ? character : it.group());
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
