package conformance.schema.keyword;

import conformance.relation.CallingCodes;
import conformance.relation.Change;
import conformance.relation.Relation;
import conformance.schema.keyword.Assertion.Meaning;
import conformance.schema.keyword.Assertion.Precedence;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** The assertions of {@code schemas/vocabulary.schema.json}, which begin with {@code x-}. */
final class SuiteAssertions {
  private static final Set<JsonNodeType> STRING = Set.of(JsonNodeType.STRING);

  static final List<Assertion> TABLE =
      List.of(
          ofValue(
              "x-integer-literal",
              StandardAssertions.NUMBER,
              "written as an integer",
              Relation::integerLiteral),
          ofValue(
              "x-calling-code",
              STRING,
              "a number with an assigned country code",
              CallingCodes::assigned),
          related("x-not-more-than", StandardAssertions.NUMBER, "at most ", Relation::notMoreThan),
          related("x-not-after", STRING, "not after ", Relation::notAfter),
          related("x-not-before", STRING, "not before ", Relation::notBefore),
          ofValue("x-not-in-future", STRING, "not in the future", Relation::notInFuture)
              .at(Precedence.RELATION),
          relation(
              "x-age-of",
              STRING,
              value -> "the age of " + value.path("of").asString(),
              Relation::ageOf,
              value -> List.of(value.path("of").asString())),
          ofList("x-unique-by", "unique in the list", false),
          ofList("x-persistent-by", "still in the list at the next read", true),
          ofList("x-same-order-by", "in the same order at the next read", true),
          ofReads(
              "x-constant", StandardAssertions.ANY, "the same at the next read", Change::constant),
          ofReads(
              "x-not-decreasing",
              StandardAssertions.ANY,
              "the same or later at the next read",
              Change::notDecreasing),
          ofReads("x-transitions", STRING, "changed by documented moves only", Change::transition));

  private SuiteAssertions() {}

  private static Assertion ofValue(
      String keyword,
      Set<JsonNodeType> appliesTo,
      String expected,
      Function<JsonNode, Relation> meaning) {
    return Assertion.of(
            keyword, appliesTo, value -> expected, new Meaning.Related(meaning, value -> List.of()))
        .because(SchemaError::reasonGiven);
  }

  private static Assertion related(
      String keyword,
      Set<JsonNodeType> appliesTo,
      String expected,
      Function<JsonNode, Relation> meaning) {
    return relation(
        keyword,
        appliesTo,
        value -> expected + value.asString(),
        meaning,
        value -> List.of(value.asString()));
  }

  private static Assertion relation(
      String keyword,
      Set<JsonNodeType> appliesTo,
      Function<JsonNode, String> expected,
      Function<JsonNode, Relation> meaning,
      Function<JsonNode, List<String>> siblings) {
    return Assertion.of(keyword, appliesTo, expected, new Meaning.Related(meaning, siblings))
        .because(SchemaError::reasonGiven)
        .at(Precedence.RELATION);
  }

  private static Assertion ofList(String keyword, String expected, boolean ofReads) {
    return Assertion.of(
        keyword, Set.of(JsonNodeType.ARRAY), value -> expected, new Meaning.Listed(ofReads));
  }

  private static Assertion ofReads(
      String keyword, Set<JsonNodeType> appliesTo, String expected, Change change) {
    return Assertion.of(keyword, appliesTo, value -> expected, new Meaning.Changing(change));
  }
}
