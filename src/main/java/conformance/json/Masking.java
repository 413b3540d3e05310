package conformance.json;

import conformance.contract.Excerpt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks personal values but keeps their form: digits become #, letters x or X, and everything else
 * stays.
 */
public final class Masking {
  private static final String INNER = "\"((?:[^\"\\\\]++|\\\\.)*+)";

  /** A string of a JSON text, perhaps cut off at its end. */
  private static final Pattern STRING = Pattern.compile(INNER + "(\"|\\\\?$)", Pattern.DOTALL);

  /** A string as {@link Excerpt} shows it: whole, or cut, followed by its length. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "\"((?:[^\"\\\\.]++|\\\\.|\\.(?!\\.\\. \\([0-9,]{1,15} characters\\)))*+)(\"|(?=\\.\\.\\. ))");

  private static final Pattern COLON = Pattern.compile("\\s*+:\\s*+");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9eE+.-]*+");
  private static final Pattern CHARACTER =
      Pattern.compile("\\\\u[0-9A-Fa-f]{4}|\\\\.|\\p{Nd}|\\p{Lu}|\\p{L}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

  private Masking() {}

  /**
   * Masks values in a JSON text, which may be cut off.
   *
   * @param names the properties whose values are masked
   */
  public static String inJson(String text, Predicate<String> names) {
    var masked = new StringBuilder();
    var string = STRING.matcher(text);
    var colon = COLON.matcher(text);
    var copied = 0;
    for (var at = 0; string.find(at); ) {
      at = string.end();
      if (names.test(unescaped(string.group(1))) && colon.region(at, text.length()).lookingAt()) {
        at = endOfValue(text, colon.end());
        masked.append(text, copied, colon.end());
        masked.append(values(text.substring(colon.end(), at), STRING, String::isEmpty));
        copied = at;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /**
   * Masks the strings in a message about a value, except single characters.
   *
   * @param names the properties whose names are not masked
   */
  public static String inMessage(String text, Predicate<String> names) {
    return values(text, SHOWN, string -> string.length() == 1 || names.test(string));
  }

  public static String of(String text) {
    return CHARACTER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(character(match.group())));
  }

  private static String values(String text, Pattern strings, Predicate<String> shown) {
    var masked =
        strings
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        '"'
                            + (shown.test(match.group(1)) ? match.group(1) : of(match.group(1)))
                            + match.group(2)));
    // A number within a sentence is a position or a limit, not a value.
    return text.matches("(?s)[\\[{0-9+-].*")
        ? NUMBER.matcher(masked).replaceAll(match -> Matcher.quoteReplacement(of(match.group())))
        : masked;
  }

  /** The end of the value that starts at {@code start}, or of the text if it is cut off. */
  private static int endOfValue(String text, int start) {
    var depth = 0;
    var string = STRING.matcher(text);
    for (var at = start; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '"' -> at = string.find(at) ? string.end() - 1 : text.length();
        case '[', '{' -> depth++;
        case ']', '}' -> depth--;
        default -> {}
      }
      if (depth < 0 || depth == 0 && at < text.length() && text.charAt(at) == ',') {
        return at;
      }
    }
    return text.length();
  }

  private static String character(String shown) {
    var c = shown.codePointAt(0);
    if (c == '\\') {
      return shown;
    }
    return Character.isDigit(c) ? "#" : Character.isUpperCase(c) ? "X" : "x";
  }

  private static String unescaped(String name) {
    return ESCAPED
        .matcher(name)
        .replaceAll(
            match -> Matcher.quoteReplacement("" + (char) Integer.parseInt(match.group(1), 16)));
  }
}
