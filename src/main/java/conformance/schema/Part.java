package conformance.schema;

import com.networknt.schema.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a keyword does with a value. */
sealed interface Part {

  /**
   * Puts the value to a test of its own.
   *
   * @param rules the numbers of those that are put to the test by each value of these types
   * @param steps by the type of the value; there is none for those that pass it unseen
   * @param proof what makes the test of an object needless
   */
  record Test(int[] rules, Map<ValueType, Step> steps, Optional<Proof> proof) implements Part {
    private static final int[] NONE = {};

    /** The values that the keyword applies to are put to the test. */
    static Test of(Site site, Function<ValueType, Step> steps) {
      return of(site.rules(), Assertion.ALL.get(site.keyword()).appliesTo(), steps);
    }

    /** The step itself sees to it what is counted. */
    static Test uncounted(Set<ValueType> appliesTo, Step step) {
      return of(NONE, appliesTo, type -> step);
    }

    /** Nothing but counts. */
    static Test counting(int[] rules, Set<ValueType> appliesTo) {
      return of(rules, appliesTo, type -> Step.NOTHING);
    }

    private static Test of(int[] rules, Set<ValueType> appliesTo, Function<ValueType, Step> steps) {
      var byType = new EnumMap<ValueType, Step>(ValueType.class);
      appliesTo.forEach(type -> byType.put(type, steps.apply(type)));
      return new Test(rules, byType, Optional.empty());
    }

    Test unless(Proof proof) {
      return new Test(rules, steps, Optional.of(proof));
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
  record Application(List<Supplier<Schema>> schemas) implements Part {}

  /**
   * Applies a schema to the properties of an object that have other names.
   *
   * @param rules the numbers of those that are put to the test by each object
   * @param known the other names than which
   */
  record Others(int[] rules, Set<String> known, Schema schema) implements Part {}

  /**
   * Applies schemas to the properties of an object.
   *
   * @param list the number of the first, to count those by that are there
   * @param schemas by name
   */
  record Properties(int list, Map<String, Schema> schemas) implements Part {

    /** The number to count one of them by, if it is to be counted. */
    OptionalInt counter(String name) {
      var number = List.copyOf(schemas.keySet()).indexOf(name);
      return list == Counters.NONE || number < 0
          ? OptionalInt.empty()
          : OptionalInt.of(list + number);
    }

    /** Counts those that an object has. */
    void count(Examination examination, JsonNode object) {
      schemas.keySet().stream()
          .filter(object::has)
          .forEach(it -> examination.count(counter(it).stream().toArray()));
    }
  }
}
