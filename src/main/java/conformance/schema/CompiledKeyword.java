package conformance.schema;

import com.networknt.schema.Schema;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.ValueType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A keyword, compiled to what it does with an instance. */
sealed interface CompiledKeyword {

  /** Only counts; used where networknt evaluates the keyword. */
  default void count(Evaluation evaluation, JsonNode value) {}

  /**
   * An assertion.
   *
   * @param rules the counter indexes of its rules, one examination each per value it applies to
   * @param steps by the types it applies to
   * @param skipCondition when an object meets it without evaluation
   */
  record CompiledAssertion(
      int[] rules, Map<ValueType, Step> steps, Optional<SkipCondition> skipCondition)
      implements CompiledKeyword {
    private static final int[] NONE = {};

    static CompiledAssertion of(SchemaKeyword keyword, Function<ValueType, Step> steps) {
      return of(keyword.rules(), Assertion.ALL.get(keyword.name()).appliesTo(), steps);
    }

    /** The step does its own counting. */
    static CompiledAssertion uncounted(Set<ValueType> appliesTo, Step step) {
      return of(NONE, appliesTo, type -> step);
    }

    private static CompiledAssertion of(
        int[] rules, Set<ValueType> appliesTo, Function<ValueType, Step> steps) {
      var byType = new EnumMap<ValueType, Step>(ValueType.class);
      appliesTo.forEach(type -> byType.put(type, steps.apply(type)));
      return new CompiledAssertion(rules, byType, Optional.empty());
    }

    CompiledAssertion unless(SkipCondition skipCondition) {
      return new CompiledAssertion(rules, steps, Optional.of(skipCondition));
    }

    @Override
    public void count(Evaluation evaluation, JsonNode value) {
      if (steps.containsKey(ValueType.of(value))) {
        evaluation.count(rules);
      }
    }
  }

  /** A condition on an object's property names under which it meets an assertion. */
  sealed interface SkipCondition {
    Set<String> names();

    /**
     * Whether an object meets it.
     *
     * @param found how many of the names the object has
     * @param size how many properties it has
     */
    boolean holds(int found, int size);

    record HasAll(Set<String> names) implements SkipCondition {
      @Override
      public boolean holds(int found, int size) {
        return found == names.size();
      }
    }

    record HasOnly(Set<String> names) implements SkipCondition {
      @Override
      public boolean holds(int found, int size) {
        return found == size;
      }
    }
  }

  /** Applies schemas to the same instance; suppliers, since references may be circular. */
  record InPlace(List<Supplier<Schema>> schemas) implements CompiledKeyword {}

  /** Applies a schema to all properties but {@code known}, those that {@code properties} lists. */
  record AdditionalProperties(Set<String> known, Schema schema) implements CompiledKeyword {

    /** Applies all schemas for the same set of additional properties. */
    static CompiledAssertion applying(Set<String> known, Step step) {
      return CompiledAssertion.uncounted(Set.of(ValueType.OBJECT), each(known, step))
          .unless(new SkipCondition.HasOnly(known));
    }

    private static Step each(Set<String> known, Step step) {
      return (evaluation, value) -> {
        for (var property : value.properties()) {
          if (!known.contains(property.getKey())) {
            evaluation.push(property.getKey());
            step.evaluate(evaluation, property.getValue());
            evaluation.pop();
          }
        }
      };
    }
  }

  /** The keyword {@code properties}. */
  record Properties(Map<String, Property> byName) implements CompiledKeyword {

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

  /** A property that {@code properties} lists, with the counter indexes of its occurrences. */
  record Property(Schema schema, int[] counters) {}
}
