package conformance.schema;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The state of examining one body: which rules have been put to the test, how often.
 *
 * <p>It is the validator's own context, so that the keywords, which are shared by all bodies, find
 * it without a look-up.
 */
final class Examination extends ExecutionContext {
  private static final ExecutionConfig FORMATS_ASSERTED =
      ExecutionConfig.builder().formatAssertionsEnabled(true).build();

  private final long[] examined;
  private final Optional<Instant> now;
  private final Map<String, Map<JsonNode, long[]>> seen = new HashMap<>();
  private final Map<String, long[]> present = new HashMap<>();
  private JsonNode object = MissingNode.getInstance();
  private int hypothetical;

  Examination(int rules, Optional<Instant> now) {
    super(FORMATS_ASSERTED);
    this.examined = new long[rules];
    this.now = now;
  }

  /** Notes that the rules with these numbers have been put to the test, unless only on trial. */
  void examined(int[] rules) {
    if (hypothetical == 0) {
      for (var rule : rules) {
        examined[rule]++;
      }
    }
  }

  /** Enters a schema whose outcome is a condition or an alternative, not a demand. */
  void suppose() {
    hypothetical++;
  }

  /** Leaves what {@link #suppose()} entered. */
  void concluded() {
    hypothetical--;
  }

  /** Enters an object whose properties are examined next; the one that was left for it. */
  JsonNode enter(JsonNode entered) {
    var around = object;
    object = entered;
    return around;
  }

  /** The object whose properties are being examined. */
  JsonNode object() {
    return object;
  }

  /** Notes a value that is held against the list {@code documented} at a schema location. */
  void see(String location, Set<JsonNode> documented, JsonNode value) {
    var counts = seen.computeIfAbsent(location, it -> counters(documented));
    var count = counts.get(value);
    if (count != null) {
      count[0]++;
    }
  }

  private static Map<JsonNode, long[]> counters(Set<JsonNode> values) {
    return values.stream().collect(Collectors.toMap(Function.identity(), it -> new long[1]));
  }

  /** How often a documented value was seen. */
  long seen(String location, JsonNode value) {
    var counts = seen.get(location);
    return counts == null ? 0 : counts.get(value)[0];
  }

  /** How many objects had each of the properties that a schema location lists, to be added to. */
  long[] present(String location, int properties) {
    return present.computeIfAbsent(location, it -> new long[properties]);
  }

  /** How many objects had the property that is at {@code number} in the list. */
  long met(String location, int number) {
    var counts = present.get(location);
    return counts == null ? 0 : counts[number];
  }

  /** When the response was made, if that is known. */
  Optional<Instant> now() {
    return now;
  }

  long times(int rule) {
    return examined[rule];
  }
}
