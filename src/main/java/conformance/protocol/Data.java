package conformance.protocol;

import conformance.exchange.Exchange;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether an answer gives data away.
 *
 * @param properties the properties that the documentation names for the data
 */
public record Data(Set<String> properties) {
  /** An error may well have one name in common with the data: {@code status}, say. */
  private static final int TELLING = 2;

  private static final Pattern NOTHING =
      Pattern.compile("\\s*+(\\[\\s*+]|\\{\\s*+}|null|\"\")?+\\s*+");

  /** Any escape, so that one whose backslash is escaped itself is not taken for one. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|.)");

  public Data {
    properties = Set.copyOf(properties);
  }

  /** Whether the body of an answer that means success holds anything. */
  boolean given(Exchange exchange) {
    return !NOTHING.matcher(exchange.beginning()).matches();
  }

  /** The properties of the data that stand in the body of an answer, if they are more than one. */
  Set<String> leaked(Exchange exchange) {
    var body = legible(exchange.beginning());
    var found =
        properties.stream()
            .filter(name -> member(name).matcher(body).find())
            .collect(Collectors.toCollection(TreeSet::new));
    return found.size() < TELLING ? Set.of() : found;
  }

  /** Names may be written in escapes (RFC 8259, section 7). */
  private static String legible(String body) {
    return ESCAPE.matcher(body).replaceAll(it -> Matcher.quoteReplacement(character(it)));
  }

  private static String character(MatchResult escape) {
    var code = escape.group(1) == null ? 0 : Integer.parseInt(escape.group(1), 16);
    return Character.isLetterOrDigit(code) || code == '_'
        ? Character.toString(code)
        : escape.group();
  }

  private static Pattern member(String name) {
    return Pattern.compile(Pattern.quote("\"" + name + "\"") + "\\s*:");
  }
}
