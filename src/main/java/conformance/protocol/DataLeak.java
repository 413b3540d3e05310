package conformance.protocol;

import conformance.contract.Exchange;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether an answer gives data away.
 *
 * @param properties the properties that the documentation names for the data
 */
public record DataLeak(Set<String> properties) {
  /** An error may well have one name in common with the data: {@code status}, say. */
  private static final int TELLING = 2;

  private static final Pattern NOTHING =
      Pattern.compile("\\s*+(\\[\\s*+]|\\{\\s*+}|null|\"\")?+\\s*+");

  public DataLeak {
    properties = Set.copyOf(properties);
  }

  /** Whether the body of an answer that means success holds anything. */
  boolean given(Exchange exchange) {
    return !NOTHING.matcher(exchange.beginning()).matches();
  }

  /** The properties of the data that stand in the body of an answer, if they are more than one. */
  Set<String> leaked(Exchange exchange) {
    var body = JsonEscapes.resolved(exchange.beginning(), DataLeak::isOfName);
    var found =
        properties.stream()
            .filter(name -> member(name).matcher(body).find())
            .collect(Collectors.toCollection(TreeSet::new));
    return found.size() < TELLING ? Set.of() : found;
  }

  /** Names may be written in escapes; those of other characters, such as ", stay what they are. */
  private static boolean isOfName(String escape, String character) {
    var first = character.charAt(0);
    return escape.length() > 2 && (Character.isLetterOrDigit(first) || first == '_');
  }

  private static Pattern member(String name) {
    return Pattern.compile(Pattern.quote("\"" + name + "\"") + "\\s*:");
  }
}
