package conformance.relation;

import conformance.contract.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that compares a value with a sibling property, or with the time of the response.
 *
 * @param keyword its name
 * @param siblings names of the properties to compare with, given the keyword's value
 * @param comparison its meaning, given the keyword's value
 */
public record Relation(
    String keyword,
    Function<JsonNode, List<String>> siblings,
    Function<JsonNode, Comparison> comparison) {

  /** The meaning of such a keyword. */
  @FunctionalInterface
  public interface Comparison {
    /**
     * Compares the value; empty if there is nothing comparable.
     *
     * @param value the value that the keyword applies to
     * @param object the object that contains the value
     * @param times parses date-times, and has the time of the response
     */
    Optional<RelationOutcome> compare(JsonNode value, JsonNode object, Times times);
  }

  /** All relations, by keyword. */
  public static final Map<String, Relation> ALL =
      Arrays.stream(
              new Relation[] {
                new Relation("x-not-more-than", Relation::sibling, Relation::notMoreThan),
                new Relation("x-not-after", Relation::sibling, Relation::notAfter),
                new Relation("x-not-before", Relation::sibling, Relation::notBefore),
                new Relation("x-not-in-future", keywordValue -> List.of(), Relation::notInFuture),
                new Relation(
                    "x-age-of", keywordValue -> sibling(keywordValue.path("of")), Relation::age)
              })
          .collect(Collectors.toUnmodifiableMap(Relation::keyword, Function.identity()));

  private static List<String> sibling(JsonNode keywordValue) {
    return List.of(name(keywordValue));
  }

  /** Interned, as parsed names are: most comparisons then end at once. */
  private static String name(JsonNode keywordValue) {
    return keywordValue.asString().intern();
  }

  private static Comparison notMoreThan(JsonNode keywordValue) {
    var name = name(keywordValue);
    return (value, object, times) -> {
      var other = object.path(name);
      return value.isNumber() && other.isNumber()
          ? RelationOutcome.of(
              Numbers.compare(value, other) <= 0,
              () -> "%s is more than %s %s".formatted(shown(value), name, shown(other)))
          : Optional.empty();
    };
  }

  private static Comparison notAfter(JsonNode keywordValue) {
    return instants(name(keywordValue), "after", (own, other) -> !own.isAfter(other));
  }

  private static Comparison notBefore(JsonNode keywordValue) {
    return instants(name(keywordValue), "before", (own, other) -> !own.isBefore(other));
  }

  private static Comparison instants(
      String name, String word, BiPredicate<Instant, Instant> holds) {
    return (value, object, times) -> {
      var own = times.of(value);
      var other = object.path(name);
      var otherInstant = own.isPresent() ? times.of(other) : own;
      return otherInstant.isPresent()
          ? RelationOutcome.of(
              holds.test(own.get(), otherInstant.get()),
              () -> "%s is %s %s %s".formatted(shown(value), word, name, shown(other)))
          : Optional.empty();
    };
  }

  private static Comparison notInFuture(JsonNode keywordValue) {
    var skew = Duration.parse(keywordValue.asString());
    return (value, object, times) -> {
      var own = times.of(value);
      var now = times.now();
      return now.isPresent() && own.isPresent()
          ? RelationOutcome.of(
              !own.get().isAfter(now.get().plus(skew)),
              () ->
                  "%s is after the response, which was made at %s"
                      .formatted(shown(value), now.get()))
          : Optional.empty();
    };
  }

  private static Comparison age(JsonNode keywordValue) {
    var of = name(keywordValue.path("of"));
    var skew = Duration.parse(keywordValue.path("skew").asString());
    return (value, object, times) -> {
      var now = times.now();
      var since = times.of(object.path(of));
      var age = Age.of(value.asString(""));
      return now.isPresent() && since.isPresent() && age.isPresent()
          ? RelationOutcome.of(
              age.get().fits(between(since.get(), now.get()), skew),
              () ->
                  "%s does not fit %s %s in a response of %s"
                      .formatted(shown(value), of, shown(object.path(of)), now.get()))
          : Optional.empty();
    };
  }

  /** Several times as fast as {@link Duration#between}, which handles all temporal types. */
  private static Duration between(Instant start, Instant end) {
    return Duration.ofSeconds(
        end.getEpochSecond() - start.getEpochSecond(), end.getNano() - start.getNano());
  }

  private static String shown(JsonNode value) {
    return Excerpt.cut(Excerpt.visible(value.asString()));
  }
}
