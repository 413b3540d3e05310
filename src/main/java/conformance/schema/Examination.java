package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.path.NodePath;
import conformance.relation.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

  private static final Error UNMET = Error.builder().messageSupplier(() -> "unmet").build();

  private final long[] examined;
  private final Times times;
  private final Map<String, long[]> seen = new HashMap<>();
  private final Map<String, long[]> present = new HashMap<>();
  private JsonNode object = MissingNode.getInstance();
  private int hypothetical;
  private JsonNode root = MissingNode.getInstance();

  /** Where the validator stands, and the names on the way from there, from {@link #floor} on. */
  private NodePath base = BodySchema.ROOT;

  private String[] names = new String[16];
  private int floor;
  private int depth;

  Examination(int rules, Optional<Instant> now) {
    super(FORMATS_ASSERTED);
    this.examined = new long[rules];
    this.times = new Times(now);
  }

  /** Notes that the rules with these numbers have been put to the test, unless only on trial. */
  void examined(int[] rules) {
    if (hypothetical == 0) {
      for (var rule : rules) {
        examined[rule]++;
      }
    }
  }

  /** Whether a value meets a schema whose outcome is a condition or an alternative, no demand. */
  boolean meets(Step schema, JsonNode value) {
    var found = getErrors();
    List<Error> unmet = new ArrayList<>(0);
    setErrors(unmet);
    hypothetical++;
    try {
      schema.take(this, value);
    } finally {
      hypothetical--;
      setErrors(found);
    }
    return unmet.isEmpty();
  }

  /** Whether what is examined is a condition or an alternative. */
  boolean onTrial() {
    return hypothetical > 0;
  }

  /** Notes an error. Of one on trial nobody asks more than whether there is one. */
  void fail(Supplier<Error> error) {
    getErrors().add(hypothetical == 0 ? error.get() : UNMET);
  }

  /**
   * Drops what the validator kept book of, unless a schema around this one still needs it.
   *
   * <p>Its entries are told apart by the way to them, of which our own steps leave no trace: the
   * next schema with {@code unevaluatedProperties} would take them for its own. They would also
   * grow with the list.
   */
  void closeBooks() {
    var needing =
        getEvaluationSchema().stream()
            .filter(it -> it.getSchemaNode().has("unevaluatedProperties"))
            .count();
    if (needing == 1) {
      getAnnotations().asMap().clear();
    }
  }

  /** Takes a step from where the validator stands. */
  void take(Step step, JsonNode value, JsonNode whole, NodePath at) {
    var aroundRoot = root;
    var aroundBase = base;
    var aroundFloor = floor;
    root = whole;
    base = at;
    floor = depth;
    step.take(this, value);
    root = aroundRoot;
    base = aroundBase;
    floor = aroundFloor;
  }

  /** Goes down to a property; {@link #up()} comes back. */
  void down(String name) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
    }
    names[depth++] = name;
  }

  void up() {
    depth--;
  }

  /** The place of the value that is being examined. */
  NodePath at() {
    var at = base;
    for (var i = floor; i < depth; i++) {
      at = at.append(names[i]);
    }
    return at;
  }

  /** The value that the place begins at. */
  JsonNode root() {
    return root;
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

  /** How often each value that a schema location lists was seen, to be added to. */
  long[] seen(String location, int values) {
    return seen.computeIfAbsent(location, it -> new long[values]);
  }

  /** How often the value that is at {@code number} in the list was seen. */
  long seenAt(String location, int number) {
    var counts = seen.get(location);
    return counts == null ? 0 : counts[number];
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

  /** The points in time that are compared. */
  Times times() {
    return times;
  }

  /** How often a rule has been put to the test. */
  long tests(int rule) {
    return examined[rule];
  }
}
