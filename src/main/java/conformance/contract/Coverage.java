package conformance.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often each of the documented properties, or values, was seen.
 *
 * @param rule address of the keyword that lists them
 * @param kind whether they are properties or values
 * @param subject what they belong to, such as the property whose values they are
 * @param seen number of occurrences of each, in the order of the documentation
 */
public record Coverage(String rule, Kind kind, String subject, Map<String, Long> seen) {

  public Coverage {
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }

  /** What a schema lists. */
  public enum Kind {
    /** The properties of an object. */
    PROPERTIES,
    /** The values of a property, or the names that one may have. */
    VALUES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The properties or values that were never seen. */
  public List<String> never() {
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The sum of this and {@code other}, for the same rule. */
  public Coverage plus(Coverage other) {
    var sum = new LinkedHashMap<>(seen);
    other.seen.forEach((value, count) -> sum.merge(value, count, Long::sum));
    return new Coverage(rule, kind, subject, sum);
  }

  /** {@code 3 of 4 values seen; never: d}. */
  public String counts() {
    var never = never();
    var counts = "%d of %d %s seen".formatted(seen.size() - never.size(), seen.size(), kind);
    return never.isEmpty() ? counts : counts + "; never: " + String.join(", ", never);
  }

  @Override
  public String toString() {
    return subject + ": " + counts();
  }
}
