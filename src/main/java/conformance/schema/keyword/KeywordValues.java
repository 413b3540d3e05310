package conformance.schema.keyword;

import com.networknt.schema.format.Format;
import com.networknt.schema.format.Formats;
import conformance.contract.ContractException;
import conformance.contract.Excerpt;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import tools.jackson.databind.JsonNode;

/** Refuses values of keywords that the meta-schema lets pass, but that cannot be judged. */
public final class KeywordValues {
  private KeywordValues() {}

  /**
   * Checks the value of a keyword.
   *
   * @param address of the keyword, for the message
   * @throws ContractException if it is no format of the standard (2020-12 Validation, section 7.3),
   *     or no pattern of ECMA-262
   */
  public static void check(String address, String keyword, JsonNode value) {
    switch (keyword) {
      case "format" -> format(address, value.asString());
      case "pattern" -> pattern(address, value.asString());
      case "properties" -> value.propertyNames().forEach(name -> name(address, name));
      case "patternProperties" ->
          value.propertyNames().forEach(pattern -> pattern(address, pattern));
      default -> {
        // The meta-schema says all.
      }
    }
  }

  private static void format(String address, String name) {
    var known =
        Formats.DEFAULT.stream()
            .map(Format::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (known.contains(name)) {
      return;
    }
    var distance = LevenshteinDistance.getDefaultInstance();
    var nearest =
        known.stream()
            .min(Comparator.comparing(other -> distance.apply(name, other)))
            .orElseThrow();
    throw new ContractException(
        "%s: %s is not a format of JSON Schema; did you mean %s?"
            .formatted(address, name, nearest));
  }

  /** networknt writes control characters in another way than JSON Pointers do. */
  private static void name(String address, String name) {
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new ContractException(
          "%s: expected names without control characters, not %s"
              .formatted(address, Excerpt.text(name)));
    }
  }

  private static void pattern(String address, String regex) {
    try {
      BoundedPattern.compile(regex);
    } catch (IllegalArgumentException e) {
      throw new ContractException("%s: %s".formatted(address, e.getMessage()), e);
    }
  }
}
