package conformance.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.path.NodePath;
import conformance.relation.Times;
import conformance.schema.keyword.Counters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The state of evaluating one body, with its counters.
 *
 * <p>It extends networknt's context so that keywords, which all bodies share, get it passed.
 */
final class Evaluation extends ExecutionContext {
  private static final ExecutionConfig FORMATS_ASSERTED =
      ExecutionConfig.builder().formatAssertionsEnabled(true).build();

  private static final Error UNMET = Error.builder().messageSupplier(() -> "unmet").build();

  private final long[] counts;
  private final Times times;
  private JsonNode object = MissingNode.getInstance();
  private int trialDepth;

  /** Reused for the errors of a trial that is not nested in another. */
  private final List<Error> trialErrors = new ArrayList<>();

  private JsonNode root = MissingNode.getInstance();

  /** Where networknt is; the property names below that start at {@link #floor}. */
  private NodePath base = BodySchema.ROOT;

  private String[] names = new String[16];
  private int floor;
  private int depth;

  Evaluation(int counters, Optional<Instant> now) {
    super(FORMATS_ASSERTED);
    this.counts = new long[counters];
    this.times = new Times(now);
  }

  /** Increments the counters, except during a trial. */
  void count(int[] counters) {
    if (trialDepth == 0) {
      for (var counter : counters) {
        counts[counter]++;
      }
    }
  }

  /** Whether a value meets a schema, on trial: neither counts nor reports errors. */
  boolean meets(Step schema, JsonNode value) {
    var reported = getErrors();
    var trial = trialDepth == 0 ? trialErrors : new ArrayList<Error>();
    trial.clear();
    setErrors(trial);
    trialDepth++;
    try {
      schema.evaluate(this, value);
    } finally {
      trialDepth--;
      setErrors(reported);
    }
    return trial.isEmpty();
  }

  /** Records an error. During a trial its content is not needed, so it is not built. */
  void fail(Supplier<Error> error) {
    getErrors().add(trialDepth == 0 ? error.get() : UNMET);
  }

  /**
   * Clears networknt's annotations, unless an enclosing schema still needs them.
   *
   * <p>Their key is the evaluation path, which our own steps do not record: the next schema with
   * {@code unevaluatedProperties} would take them for its own. They would also grow with the list.
   */
  void clearAnnotations() {
    var readers =
        getEvaluationSchema().stream()
            .filter(schema -> schema.getSchemaNode().has("unevaluatedProperties"))
            .count();
    if (readers == 1) {
      getAnnotations().asMap().clear();
    }
  }

  /** Evaluates a step at the location networknt has reached. */
  void evaluate(Step step, JsonNode value, JsonNode document, NodePath at) {
    var outerRoot = root;
    var outerBase = base;
    var outerFloor = floor;
    root = document;
    base = at;
    floor = depth;
    step.evaluate(this, value);
    root = outerRoot;
    base = outerBase;
    floor = outerFloor;
  }

  /** Descends to a property, until {@link #pop()}. */
  void push(String name) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
    }
    names[depth++] = name;
  }

  void pop() {
    depth--;
  }

  /** The location of the value being evaluated. */
  NodePath at() {
    var at = base;
    for (var i = floor; i < depth; i++) {
      at = at.append(names[i]);
    }
    return at;
  }

  /** The value that {@link #at()} is relative to. */
  JsonNode root() {
    return root;
  }

  /** Sets the object whose properties are evaluated next, and returns the previous one. */
  JsonNode enter(JsonNode entered) {
    var previous = object;
    object = entered;
    return previous;
  }

  /** The object whose properties are being evaluated. */
  JsonNode object() {
    return object;
  }

  /** The cache of parsed date-times. */
  Times times() {
    return times;
  }

  /**
   * Counts a documented value, even during a trial: property names are only evaluated in one.
   *
   * @param list the counter index of the list's first value, or {@link Counters#NONE}
   * @param index in that list
   */
  void countValue(int list, int index) {
    if (list != Counters.NONE) {
      counts[list + index]++;
    }
  }

  long counted(int counter) {
    return counts[counter];
  }
}
