package conformance.protocol;

import conformance.contract.Exchange;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the data of an operation in a response.
 *
 * @param properties names of the documented properties of the data
 */
public record DataLeak(Set<String> properties) {
  /** An error may share one property name with the data, such as {@code status}. */
  private static final int MIN_PROPERTIES = 2;

  private static final Pattern EMPTY =
      Pattern.compile("\\s*+(\\[\\s*+]|\\{\\s*+}|null|\"\")?+\\s*+");

  public DataLeak {
    properties = Set.copyOf(properties);
  }

  /** Whether the body of a successful response holds anything. */
  public boolean hasContent(Exchange exchange) {
    return !EMPTY.matcher(exchange.beginning()).matches();
  }

  /** The properties of the data found in the body; none if there is only one. */
  public Set<String> leaked(Exchange exchange) {
    var body = JsonEscapes.resolved(exchange.beginning(), DataLeak::isNameCharacter);
    var found =
        properties.stream()
            .filter(name -> member(name).matcher(body).find())
            .collect(Collectors.toCollection(TreeSet::new));
    return found.size() < MIN_PROPERTIES ? Set.of() : found;
  }

  /** Escapes of letters, digits and _ may spell a name; others, such as of quotes, do not. */
  private static boolean isNameCharacter(String escape, String character) {
    var first = character.charAt(0);
    return escape.length() > 2 && (Character.isLetterOrDigit(first) || first == '_');
  }

  private static Pattern member(String name) {
    return Pattern.compile(Pattern.quote("\"" + name + "\"") + "\\s*:");
  }
}
