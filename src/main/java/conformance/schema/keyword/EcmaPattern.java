package conformance.schema.keyword;

import com.networknt.schema.regex.RegularExpressions;
import java.util.ArrayDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates patterns from ECMA-262 with the flag {@code u}, as JSON Schema writes them (2020-12
 * Core, section 6.4), to the JDK's syntax.
 *
 * <p>What the JDK cannot say, and what ECMA-262 does not allow, is refused: possessive quantifiers,
 * inline flags, back references (to a group without a match they match in one, and fail in the
 * other) and escapes of letters without a meaning.
 */
final class EcmaPattern {
  private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
  private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

  private static final Pattern GROUP =
      Pattern.compile("\\((?:\\?(?:[:=!]|<[=!]|<[\\p{L}_$][\\p{L}\\p{N}_$]*>))?");
  private static final Pattern QUANTIFIER =
      Pattern.compile("(?:[*+?]|\\{[0-9]{1,9}(?:,(?:[0-9]{1,9})?)?\\})\\??");
  private final String source;
  private final StringBuilder target = new StringBuilder();
  private int at;

  private EcmaPattern(String source) {
    this.source = source;
  }

  /**
   * The pattern in the JDK's syntax.
   *
   * @throws IllegalArgumentException that says where it is none, or cannot be translated
   */
  static String translate(String source) {
    var pattern = new EcmaPattern(source);
    pattern.translate();
    return RegularExpressions.replaceLongformCharacterProperties(pattern.target.toString());
  }

  private void translate() {
    var groups = new ArrayDeque<Boolean>();
    var repeatable = false;
    while (at < source.length()) {
      var group = matcher(GROUP);
      var quantifier = matcher(QUANTIFIER);
      var c = source.charAt(at);
      if (c == '(') {
        if (!group.lookingAt() || source.startsWith("(?", at) && group.end() == at + 1) {
          throw refused("a group of ECMA-262");
        }
        // Java's names of groups are fewer, and nothing refers to them.
        groups.push(group.group().matches("\\((\\?[:]|\\?<[^=!].*)?"));
        target.append(group.group().endsWith(">") ? "(" : group.group());
        at = group.end();
        repeatable = false;
      } else if (c == ')') {
        if (groups.isEmpty()) {
          throw refused("no closing parenthesis without an opening one");
        }
        repeatable = groups.pop();
        append(")", 1);
      } else if (quantifier.lookingAt()) {
        if (!repeatable) {
          throw refused("something that can be repeated before the quantifier");
        }
        append(quantifier.group(), quantifier.group().length());
        repeatable = false;
      } else {
        repeatable = atom(c);
      }
    }
    if (!groups.isEmpty()) {
      throw refused("a closing parenthesis");
    }
  }

  /** Translates what is neither a group nor a quantifier; returns whether it may be repeated. */
  private boolean atom(char c) {
    switch (c) {
      case '^', '|' -> append(String.valueOf(c), 1);
      case '$' -> append("\\z", 1);
      case '.' -> append("[^\\n\\r\\u2028\\u2029]", 1);
      case '[' -> characterClass();
      case ']', '{', '}' -> throw refused("a backslash before it");
      case '\\' -> {
        if (source.startsWith("\\b", at) || source.startsWith("\\B", at)) {
          append(source.charAt(at + 1) == 'b' ? BOUNDARY : NO_BOUNDARY, 2);
          return false;
        }
        target.append(escape(false));
      }
      default -> target.append(literal());
    }
    return c != '^' && c != '|' && c != '$';
  }

  private void characterClass() {
    at++;
    var negated = source.startsWith("^", at);
    at += negated ? 1 : 0;
    var members = new StringBuilder();
    while (!source.startsWith("]", at)) {
      var first = member();
      var isRange = source.startsWith("-", at) && !source.startsWith("-]", at);
      members.append(first);
      if (isRange) {
        at++;
        var last = member();
        if (EcmaEscape.isSet(first) || EcmaEscape.isSet(last)) {
          throw refused("a range between two characters");
        }
        members.append('-').append(last);
      }
    }
    at++;
    // ECMA-262 has classes of nothing, and of everything.
    target.append(
        members.isEmpty()
            ? negated ? "(?s:.)" : "(?!)"
            : "[" + (negated ? "^" : "") + members + "]");
  }

  private String member() {
    if (at >= source.length()) {
      throw refused("a closing bracket");
    }
    return source.charAt(at) == '\\' ? escape(true) : literal();
  }

  private String escape(boolean inClass) {
    var escape =
        EcmaEscape.at(source, at).orElseThrow(() -> refused("a character after the backslash"));
    var translated = escape.translated(inClass).orElseThrow(() -> refused(escape.expected()));
    at = escape.end();
    return translated;
  }

  /** The next character; in a class Java knows more operators than ECMA-262. */
  private String literal() {
    var codePoint = source.codePointAt(at);
    at += Character.charCount(codePoint);
    return Character.isLetterOrDigit(codePoint)
        ? Character.toString(codePoint)
        : EcmaEscape.point(codePoint);
  }

  private void append(String translated, int length) {
    target.append(translated);
    at += length;
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(source).region(at, source.length());
  }

  private IllegalArgumentException refused(String expected) {
    return new IllegalArgumentException(
        "expected %s at character %d of the pattern %s".formatted(expected, at + 1, source));
  }
}
