package conformance.relation;

import conformance.json.Shown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that compares a value with a property beside it, or with the time of the response.
 *
 * @param keyword its name
 * @param siblings the names of the properties that it is compared with, told by its demand
 * @param comparison the meaning
 */
public record Relation(
    String keyword, Function<JsonNode, List<String>> siblings, Comparison comparison) {

  /** The meaning of a relation. */
  @FunctionalInterface
  public interface Comparison {
    /**
     * Puts the relation to the test; empty if there is nothing to compare.
     *
     * @param demand what the keyword is set to
     * @param value the value that the keyword is about
     * @param object the object that holds the value
     * @param now when the response was made, if that is known
     */
    Optional<Judgement> judge(
        JsonNode demand, JsonNode value, JsonNode object, Optional<Instant> now);
  }

  /** All relations, by keyword. */
  public static final Map<String, Relation> ALL =
      Arrays.stream(
              new Relation[] {
                new Relation("x-not-more-than", Relation::name, Relation::notMoreThan),
                new Relation("x-not-after", Relation::name, Relation::notAfter),
                new Relation("x-not-before", Relation::name, Relation::notBefore),
                new Relation("x-not-in-future", demand -> List.of(), Relation::notInFuture),
                new Relation("x-age-of", demand -> name(demand.path("of")), Relation::age)
              })
          .collect(Collectors.toUnmodifiableMap(Relation::keyword, Function.identity()));

  private static List<String> name(JsonNode demand) {
    return List.of(demand.asString());
  }

  private static Optional<Judgement> notMoreThan(
      JsonNode demand, JsonNode value, JsonNode object, Optional<Instant> now) {
    var other = object.path(demand.asString());
    if (!value.isNumber() || !other.isNumber()) {
      return Optional.empty();
    }
    return Optional.of(
        Judgement.of(
            number(value).compareTo(number(other)) <= 0,
            "%s is more than %s %s".formatted(shown(value), demand.asString(), shown(other))));
  }

  private static Optional<Judgement> notAfter(
      JsonNode demand, JsonNode value, JsonNode object, Optional<Instant> now) {
    return instants(demand, value, object, "after", (mine, other) -> !mine.isAfter(other));
  }

  private static Optional<Judgement> notBefore(
      JsonNode demand, JsonNode value, JsonNode object, Optional<Instant> now) {
    return instants(demand, value, object, "before", (mine, other) -> !mine.isBefore(other));
  }

  private static Optional<Judgement> instants(
      JsonNode demand,
      JsonNode value,
      JsonNode object,
      String word,
      java.util.function.BiPredicate<Instant, Instant> holds) {
    var other = object.path(demand.asString());
    return Instants.of(value)
        .flatMap(
            mine ->
                Instants.of(other)
                    .map(
                        its ->
                            Judgement.of(
                                holds.test(mine, its),
                                "%s is %s %s %s"
                                    .formatted(
                                        shown(value), word, demand.asString(), shown(other)))));
  }

  private static Optional<Judgement> notInFuture(
      JsonNode demand, JsonNode value, JsonNode object, Optional<Instant> now) {
    var skew = Duration.parse(demand.asString());
    return now.flatMap(
        then ->
            Instants.of(value)
                .map(
                    mine ->
                        Judgement.of(
                            !mine.isAfter(then.plus(skew)),
                            "%s is after the response, which was made at %s"
                                .formatted(shown(value), then))));
  }

  private static Optional<Judgement> age(
      JsonNode demand, JsonNode value, JsonNode object, Optional<Instant> now) {
    var of = demand.path("of").asString();
    var since = Instants.of(object.path(of));
    var age = Age.of(value.asString(""));
    if (now.isEmpty() || since.isEmpty() || age.isEmpty()) {
      return Optional.empty();
    }
    var skew = Duration.parse(demand.path("skew").asString());
    return Optional.of(
        Judgement.of(
            age.get().fits(Duration.between(since.get(), now.get()), skew),
            "%s does not fit %s %s in a response of %s"
                .formatted(shown(value), of, shown(object.path(of)), now.get())));
  }

  private static String shown(JsonNode value) {
    return Shown.cut(Shown.visible(value.asString()));
  }

  private static BigDecimal number(JsonNode value) {
    return value.decimalValue();
  }
}
