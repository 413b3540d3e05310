package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.path.NodePath;
import conformance.relation.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
final class Evaluation extends ExecutionContext {
  private static final ExecutionConfig FORMATS_ASSERTED =
      ExecutionConfig.builder().formatAssertionsEnabled(true).build();

  private static final Error UNMET = Error.builder().messageSupplier(() -> "unmet").build();

  private final long[] counts;
  private final Times times;
  private JsonNode object = MissingNode.getInstance();
  private int hypothetical;

  /** The errors of a trial within no other. */
  private final List<Error> outermost = new ArrayList<>();

  private JsonNode root = MissingNode.getInstance();

  /** Where the validator stands, and the names on the way from there, from {@link #floor} on. */
  private NodePath base = BodySchema.ROOT;

  private String[] names = new String[16];
  private int floor;
  private int depth;

  Evaluation(int counters, Optional<Instant> now) {
    super(FORMATS_ASSERTED);
    this.counts = new long[counters];
    this.times = new Times(now);
  }

  /** Notes each of what has these numbers, unless a value is only on trial. */
  void count(int[] numbers) {
    if (hypothetical == 0) {
      for (var number : numbers) {
        counts[number]++;
      }
    }
  }

  /** Whether a value meets a schema whose outcome is a condition or an alternative, no demand. */
  boolean meets(Step schema, JsonNode value) {
    var found = getErrors();
    var unmet = hypothetical == 0 ? outermost : new ArrayList<Error>();
    unmet.clear();
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

  /** The points in time that are compared. */
  Times times() {
    return times;
  }

  /**
   * Notes that a documented value was seen, be it on trial: names are.
   *
   * @param list the number of the first value of its list, or {@link Counters#NONE}
   * @param number in that list
   */
  void see(int list, int number) {
    if (list != Counters.NONE) {
      counts[list + number]++;
    }
  }

  /** How often what has this number was noted. */
  long counted(int number) {
    return counts[number];
  }
}
