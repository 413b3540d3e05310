package conformance.schema;

import com.networknt.schema.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a keyword does with a value. */
sealed interface KeywordEvaluator {

  /** Counts what the keyword itself counts of a value, where the validator does all the rest. */
  default void count(Evaluation evaluation, JsonNode value) {}

  /**
   * Puts the value to a test of its own.
   *
   * @param rules the numbers of those that are put to the test by each value of these types
   * @param steps by the type of the value; there is none for those that pass it unseen
   * @param proof what makes the test of an object needless
   */
  record Test(int[] rules, Map<ValueType, Step> steps, Optional<Proof> proof)
      implements KeywordEvaluator {
    private static final int[] NONE = {};

    /** The values that the keyword applies to are put to the test. */
    static Test of(KeywordSite site, Function<ValueType, Step> steps) {
      return of(site.rules(), Assertion.ALL.get(site.keyword()).appliesTo(), steps);
    }

    /** The step itself sees to it what is counted. */
    static Test uncounted(Set<ValueType> appliesTo, Step step) {
      return of(NONE, appliesTo, type -> step);
    }

    private static Test of(int[] rules, Set<ValueType> appliesTo, Function<ValueType, Step> steps) {
      var byType = new EnumMap<ValueType, Step>(ValueType.class);
      appliesTo.forEach(type -> byType.put(type, steps.apply(type)));
      return new Test(rules, byType, Optional.empty());
    }

    Test unless(Proof proof) {
      return new Test(rules, steps, Optional.of(proof));
    }

    @Override
    public void count(Evaluation evaluation, JsonNode value) {
      if (steps.containsKey(ValueType.of(value))) {
        evaluation.count(rules);
      }
    }
  }

  /** That an object meets a test, shown by those of its properties that have certain names. */
  sealed interface Proof {
    Set<String> names();

    /**
     * Whether it is shown.
     *
     * @param found how many of the names an object has
     * @param size how many properties it has
     */
    boolean holds(int found, int size);

    /** It has all of them. */
    record AllOf(Set<String> names) implements Proof {
      @Override
      public boolean holds(int found, int size) {
        return found == names.size();
      }
    }

    /** It has no others. */
    record NoneBut(Set<String> names) implements Proof {
      @Override
      public boolean holds(int found, int size) {
        return found == size;
      }
    }
  }

  /**
   * Applies schemas to the same value.
   *
   * @param schemas each asked for late, since schemas may refer to each other in a circle
   */
  record Application(List<Supplier<Schema>> schemas) implements KeywordEvaluator {}

  /**
   * Applies a schema to the properties of an object that have other names.
   *
   * @param known the other names than which
   */
  record Others(Set<String> known, Schema schema) implements KeywordEvaluator {

    /** Applies all that is for the same properties. */
    static Test applying(Set<String> known, Step step) {
      return Test.uncounted(Set.of(ValueType.OBJECT), each(known, step))
          .unless(new Proof.NoneBut(known));
    }

    private static Step each(Set<String> known, Step step) {
      return (evaluation, value) -> {
        for (var it : value.properties()) {
          if (!known.contains(it.getKey())) {
            evaluation.down(it.getKey());
            step.take(evaluation, it.getValue());
            evaluation.up();
          }
        }
      };
    }
  }

  /** Applies schemas to the properties of an object. */
  record Properties(Map<String, Property> byName) implements KeywordEvaluator {

    @Override
    public void count(Evaluation evaluation, JsonNode value) {
      byName.forEach(
          (name, property) -> {
            if (value.has(name)) {
              evaluation.count(property.counters());
            }
          });
    }
  }

  /**
   * A property that a schema lists.
   *
   * @param counters the numbers to count it by where it is there
   */
  record Property(Schema schema, int[] counters) {}
}
