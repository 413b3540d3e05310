package conformance.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each documented value was seen.
 *
 * @param rule address of the rule that lists the values
 * @param subject what has the values, a property's name for most
 * @param seen number of places by value, in the order of the documentation
 */
public record Coverage(String rule, String subject, Map<String, Long> seen) {

  public Coverage {
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }

  /** The values that were never seen. */
  public List<String> never() {
    return seen.entrySet().stream()
        .filter(it -> it.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** This and {@code other}, of the same rule, together. */
  public Coverage plus(Coverage other) {
    var sum = new LinkedHashMap<>(seen);
    other.seen.forEach((value, count) -> sum.merge(value, count, Long::sum));
    return new Coverage(rule, subject, sum);
  }

  /** How many of the values were seen, and which were not. */
  public String counts() {
    var never = never();
    var counts = "%d of %d values".formatted(seen.size() - never.size(), seen.size());
    return never.isEmpty() ? counts : counts + "; never: " + String.join(", ", never);
  }

  @Override
  public String toString() {
    return subject + ": " + counts();
  }
}
