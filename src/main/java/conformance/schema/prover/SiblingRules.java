package conformance.schema.prover;

import conformance.schema.prover.AppliedSchemas.Comparison;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Compiles rules between properties of one object, and numbers the values that they need. */
final class SiblingRules {
  static final Set<String> KEYWORDS =
      Set.of("x-not-more-than", "x-not-after", "x-not-before", "x-not-in-future", "x-age-of");

  /** The numbers of numbers and instants, by name of the property. */
  private final Map<String, Integer> values = new HashMap<>();

  /** The numbers of ages. */
  private final Map<String, Integer> ages = new HashMap<>();

  private final int first;
  private final ToIntFunction<int[]> groups;

  /**
   * Begins to number with {@code first}.
   *
   * @param groups numbers groups of counters
   */
  SiblingRules(int first, ToIntFunction<int[]> groups) {
    this.first = first;
    this.groups = groups;
  }

  int group(int[] counters) {
    return groups.applyAsInt(counters);
  }

  /** Compiles a rule for the property {@code own}. */
  SiblingRule rule(String own, Comparison comparison) {
    var counters = groups.applyAsInt(comparison.counters());
    var value = comparison.value();
    return switch (comparison.keyword()) {
      case "x-not-more-than" ->
          new SiblingRule.NotMoreThan(counters, value(own), value(value.asString()));
      case "x-not-after" -> new SiblingRule.NotAfter(counters, value(own), value(value.asString()));
      case "x-not-before" ->
          new SiblingRule.NotAfter(counters, value(value.asString()), value(own));
      case "x-not-in-future" ->
          new SiblingRule.NotInFuture(counters, value(own), seconds(value.asString()));
      case "x-age-of" ->
          new SiblingRule.AgeOf(
              counters,
              ages.computeIfAbsent(own, name -> next()),
              value(value.path("of").asString()),
              seconds(value.path("skew").asString()));
      default -> throw new Unprovable(comparison.keyword());
    };
  }

  private int value(String name) {
    return values.computeIfAbsent(name, any -> next());
  }

  /** The number that comes next. */
  int next() {
    return first + values.size() + ages.size();
  }

  int valueOf(String property) {
    return values.getOrDefault(property, Forms.NONE);
  }

  int ageOf(String property) {
    return ages.getOrDefault(property, Forms.NONE);
  }

  /** All numbers. */
  int[] numbers() {
    return Stream.concat(values.values().stream(), ages.values().stream())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long seconds(String duration) {
    return Duration.parse(duration).toSeconds();
  }
}
