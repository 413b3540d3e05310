package conformance.relation;

import conformance.contract.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What a keyword demands of a value, its siblings and the time of the response. */
@FunctionalInterface
public interface Relation {
  /**
   * Compares the value; empty if there is nothing comparable.
   *
   * @param value the value that the keyword applies to
   * @param object the object that contains the value
   * @param now when the response was generated, if known
   */
  Optional<RelationOutcome> compare(JsonNode value, JsonNode object, Optional<Instant> now);

  /** A whole number is written without fraction and exponent. */
  static Relation integerLiteral(JsonNode keywordValue) {
    return (value, object, now) ->
        RelationOutcome.of(
            value.isIntegralNumber() || !value.canConvertToExactIntegral(),
            () -> "it is a whole number, but written with a fraction or an exponent");
  }

  /** {@code minimum}. */
  static Relation atLeast(JsonNode bound) {
    return number(value -> Numbers.compare(value, bound) >= 0);
  }

  /** {@code maximum}. */
  static Relation atMost(JsonNode bound) {
    return number(value -> Numbers.compare(value, bound) <= 0);
  }

  /** {@code exclusiveMinimum}. */
  static Relation moreThan(JsonNode bound) {
    return number(value -> Numbers.compare(value, bound) > 0);
  }

  /** {@code exclusiveMaximum}. */
  static Relation lessThan(JsonNode bound) {
    return number(value -> Numbers.compare(value, bound) < 0);
  }

  private static Relation number(Predicate<JsonNode> holds) {
    return (value, object, now) ->
        RelationOutcome.of(holds.test(value), () -> "it is out of bounds");
  }

  static Relation notMoreThan(JsonNode keywordValue) {
    var name = keywordValue.asString();
    return (value, object, now) -> {
      var other = object.path(name);
      return value.isNumber() && other.isNumber()
          ? RelationOutcome.of(
              Numbers.compare(value, other) <= 0,
              () -> "%s is more than %s %s".formatted(shown(value), name, shown(other)))
          : Optional.empty();
    };
  }

  static Relation notAfter(JsonNode keywordValue) {
    return instants(keywordValue.asString(), "after", (own, other) -> !own.isAfter(other));
  }

  static Relation notBefore(JsonNode keywordValue) {
    return instants(keywordValue.asString(), "before", (own, other) -> !own.isBefore(other));
  }

  private static Relation instants(String name, String word, BiPredicate<Instant, Instant> holds) {
    return (value, object, now) -> {
      var own = DateTime.instant(value);
      var other = object.path(name);
      var otherInstant = own.isPresent() ? DateTime.instant(other) : own;
      return otherInstant.isPresent()
          ? RelationOutcome.of(
              holds.test(own.get(), otherInstant.get()),
              () -> "%s is %s %s %s".formatted(shown(value), word, name, shown(other)))
          : Optional.empty();
    };
  }

  static Relation notInFuture(JsonNode keywordValue) {
    var skew = Duration.parse(keywordValue.asString());
    return (value, object, now) -> {
      var own = DateTime.instant(value);
      return now.isPresent() && own.isPresent()
          ? RelationOutcome.of(
              !own.get().isAfter(now.get().plus(skew)),
              () ->
                  "%s is after the response, which was made at %s"
                      .formatted(shown(value), now.get()))
          : Optional.empty();
    };
  }

  static Relation ageOf(JsonNode keywordValue) {
    var of = keywordValue.path("of").asString();
    var skew = Duration.parse(keywordValue.path("skew").asString());
    return (value, object, now) -> {
      var since = DateTime.instant(object.path(of));
      var age = Age.of(value.asString(""));
      var flaw = age.isPresent() ? Optional.<String>empty() : Age.flaw(value.asString(""));
      if (flaw.isPresent()) {
        return Optional.of(new RelationOutcome(flaw));
      }
      return now.isPresent() && since.isPresent() && age.isPresent()
          ? RelationOutcome.of(
              age.get().fits(Duration.between(since.get(), now.get()), skew),
              () ->
                  "%s does not fit %s %s in a response of %s"
                      .formatted(shown(value), of, shown(object.path(of)), now.get()))
          : Optional.empty();
    };
  }

  private static String shown(JsonNode value) {
    return Excerpt.cut(Excerpt.visible(value.asString()));
  }
}
