package conformance.schema.keyword;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A character escape of ECMA-262 with the flag {@code u} (section 22.2.1). */
final class EcmaEscape {
  private static final String SPACE =
      "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  /** Characters that stand for themselves after a backslash. */
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

  private static final Map<String, String> CONTROLS =
      Map.of("t", "\\t", "n", "\\n", "v", "\\x0B", "f", "\\f", "r", "\\r", "0", "\\x00");

  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:(?<control>[tnvfr]|0(?![0-9]))|c(?<letter>[a-zA-Z])|x(?<hex>[0-9a-fA-F]{2})"
              + "|u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})"
              + "|u(?<unit>[0-9a-fA-F]{4})|u\\{(?<point>[0-9a-fA-F]{1,6})\\}"
              + "|(?<property>[pP]\\{[A-Za-z0-9_=]+\\})|(?<set>[dDwWsS])|(?<other>.))",
          Pattern.DOTALL);

  /** General categories of one word; networknt knows the JDK's names of them. */
  private static final Set<String> CATEGORIES =
      Set.of("Letter", "Mark", "Number", "Punctuation", "Symbol", "Separator", "Other", "Control");

  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("Alphabetic", "IsAlphabetic"),
          Map.entry("Alpha", "IsAlphabetic"),
          Map.entry("Lowercase", "IsLowercase"),
          Map.entry("Lower", "IsLowercase"),
          Map.entry("Uppercase", "IsUppercase"),
          Map.entry("Upper", "IsUppercase"),
          Map.entry("White_Space", "IsWhite_Space"),
          Map.entry("space", "IsWhite_Space"),
          Map.entry("Ideographic", "IsIdeographic"),
          Map.entry("Decimal_Number", "Nd"),
          Map.entry("Uppercase_Letter", "Lu"),
          Map.entry("Lowercase_Letter", "Ll"));

  private final Matcher escape;

  private EcmaEscape(Matcher escape) {
    this.escape = escape;
  }

  /** The escape that begins with the backslash at an index; empty if the text ends there. */
  static Optional<EcmaEscape> at(String source, int index) {
    var escape = ESCAPE.matcher(source).region(index, source.length());
    return escape.lookingAt() ? Optional.of(new EcmaEscape(escape)) : Optional.empty();
  }

  /** The index after it. */
  int end() {
    return escape.end();
  }

  /** What stands in its place in the JDK's syntax; empty if there is no such escape. */
  Optional<String> translated(boolean inClass) {
    if (escape.group("control") != null) {
      return Optional.of(CONTROLS.get(escape.group("control")));
    }
    if (escape.group("property") != null) {
      return property(escape.group());
    }
    if (escape.group("set") != null) {
      return Optional.of(set(escape.group("set"), inClass));
    }
    return escape.group("other") != null ? other(inClass) : codePoint().map(EcmaEscape::point);
  }

  private Optional<Integer> codePoint() {
    if (escape.group("letter") != null) {
      return Optional.of(escape.group("letter").charAt(0) % 32);
    }
    if (escape.group("high") != null) {
      return Optional.of(Character.toCodePoint((char) hex("high"), (char) hex("low")));
    }
    var name =
        escape.group("hex") != null ? "hex" : escape.group("unit") != null ? "unit" : "point";
    return Optional.of(hex(name)).filter(Character::isValidCodePoint);
  }

  /** A property of Unicode by a name that both know, or by the JDK's name for it. */
  private static Optional<String> property(String escape) {
    var name = escape.substring(3, escape.length() - 1);
    var known =
        name.matches("(?:gc=|General_Category=|sc=|Script=)[A-Za-z_]+|[A-Z][a-z]?|ASCII|Any")
            || CATEGORIES.contains(name);
    return known
        ? Optional.of(escape)
        : Optional.ofNullable(BINARY.get(name)).map(is -> escape.substring(0, 3) + is + "}");
  }

  private int hex(String group) {
    return Integer.parseInt(escape.group(group), 16);
  }

  private static String set(String letter, boolean inClass) {
    return switch (letter) {
      case "s" -> inClass ? SPACE : "[" + SPACE + "]";
      case "S" -> "[^" + SPACE + "]";
      default -> "\\" + letter;
    };
  }

  private Optional<String> other(boolean inClass) {
    var character = escape.group("other");
    if (inClass && character.equals("b")) {
      return Optional.of("\\x08");
    }
    return SYNTAX.contains(character) || inClass && character.equals("-")
        ? Optional.of("\\" + character)
        : Optional.empty();
  }

  /** What is expected in place of an escape that there is not. */
  String expected() {
    if (escape.group("point") != null) {
      return "a code point of Unicode";
    }
    if (escape.group("property") != null) {
      return "a property of Unicode that the suite knows";
    }
    return escape.group().matches("\\\\[1-9k]")
        ? "no back reference"
        : "an escape of ECMA-262 with flag u";
  }

  /** Whether a translated escape stands for several characters. */
  static boolean isSet(String translated) {
    return translated.matches("(?s)\\\\[dDwWpP].*|\\[.*") || translated.equals(SPACE);
  }

  /** A character by its code point. */
  static String point(int codePoint) {
    return "\\x{%x}".formatted(codePoint);
  }
}
