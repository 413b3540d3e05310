package conformance.json;

import conformance.contract.Excerpt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows values so that what is wrong with them stays visible and what they say does not: each digit
 * as #, each letter as x or X, everything else as it is.
 */
public final class Masking {
  private static final String INNER = "\"((?:[^\"\\\\]++|\\\\.)*+)";

  /** A string of a JSON text, which may end within it. */
  private static final Pattern STRING = Pattern.compile(INNER + "(\"|\\\\?$)", Pattern.DOTALL);

  /** A string as {@link Excerpt} has it: whole, or cut with its length behind. */
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
   * A JSON text, whole or its beginning, with some values masked.
   *
   * @param names tells the properties whose values are masked
   */
  public static String inJson(String text, Predicate<String> names) {
    var masked = new StringBuilder();
    var string = STRING.matcher(text);
    var colon = COLON.matcher(text);
    var done = 0;
    for (var at = 0; string.find(at); ) {
      at = string.end();
      if (names.test(unescaped(string.group(1))) && colon.region(at, text.length()).lookingAt()) {
        at = endOfValue(text, colon.end());
        masked.append(text, done, colon.end());
        masked.append(values(text.substring(colon.end(), at), STRING, String::isEmpty));
        done = at;
      }
    }
    return masked.append(text, done, text.length()).toString();
  }

  /**
   * A message about a value: every string in it masked, but for those of a single character.
   *
   * @param names tells the properties whose names are shown all the same
   */
  public static String inMessage(String text, Predicate<String> names) {
    return values(text, SHOWN, it -> it.length() == 1 || names.test(it));
  }

  /** The text, whatever it is. */
  public static String of(String text) {
    return CHARACTER
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(character(it.group())));
  }

  private static String values(String text, Pattern strings, Predicate<String> shown) {
    var masked =
        strings
            .matcher(text)
            .replaceAll(
                it ->
                    Matcher.quoteReplacement(
                        '"'
                            + (shown.test(it.group(1)) ? it.group(1) : of(it.group(1)))
                            + it.group(2)));
    // A number in a sentence is a place, or a bound.
    return text.matches("(?s)[\\[{0-9+-].*")
        ? NUMBER.matcher(masked).replaceAll(it -> Matcher.quoteReplacement(of(it.group())))
        : masked;
  }

  /** Where the value that starts at {@code start} ends, if need be with the text. */
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
        .replaceAll(it -> Matcher.quoteReplacement("" + (char) Integer.parseInt(it.group(1), 16)));
  }
}
