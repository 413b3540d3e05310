package conformance.schema.keyword;

import static conformance.schema.keyword.Assertion.standard;

import conformance.relation.Relation;
import conformance.schema.keyword.Assertion.Meaning.Related;
import conformance.schema.keyword.Assertion.Precedence;
import conformance.schema.keyword.Assertion.Strictness;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** The assertions of JSON Schema 2020-12, and applicators that are one rule as a whole. */
final class StandardAssertions {
  static final Set<JsonNodeType> ANY =
      Set.of(
          JsonNodeType.NULL,
          JsonNodeType.BOOLEAN,
          JsonNodeType.NUMBER,
          JsonNodeType.STRING,
          JsonNodeType.ARRAY,
          JsonNodeType.OBJECT);
  private static final Set<JsonNodeType> STRING = Set.of(JsonNodeType.STRING);
  static final Set<JsonNodeType> NUMBER = Set.of(JsonNodeType.NUMBER);
  private static final Set<JsonNodeType> ARRAY = Set.of(JsonNodeType.ARRAY);
  private static final Set<JsonNodeType> OBJECT = Set.of(JsonNodeType.OBJECT);

  static final List<Assertion> TABLE =
      List.of(
          standard("type", ANY, StandardAssertions::type)
              .because(Reasons::type)
              .at(Precedence.TYPE)
              .stricterWith(Strictness.FEWER_TYPES),
          standard("enum", ANY, value -> "one of " + list(value))
              .because(Reasons::notListed)
              .at(Precedence.VALUE)
              .stricterWith(Strictness.FEWER_VALUES),
          standard("const", ANY, JsonNode::toString)
              .because(Reasons::notListed)
              .at(Precedence.VALUE),
          standard("format", STRING, StandardAssertions::format)
              .because(Reasons::format)
              .at(Precedence.VALUE),
          standard("pattern", STRING, value -> "a text that matches " + value.asString())
              .because(Reasons::pattern),
          standard("minLength", STRING, StandardAssertions::minLength)
              .because(Reasons::length)
              .stricterWith(Strictness.HIGHER),
          standard("maxLength", STRING, "at most %s characters long"::formatted)
              .because(Reasons::length)
              .stricterWith(Strictness.LOWER),
          bound("minimum", value -> "at least " + value, Relation::atLeast)
              .because(Reasons::tooSmall)
              .stricterWith(Strictness.HIGHER),
          bound("maximum", value -> "at most " + value, Relation::atMost)
              .because(Reasons::tooLarge)
              .stricterWith(Strictness.LOWER),
          bound("exclusiveMinimum", value -> "more than " + value, Relation::moreThan)
              .because(Reasons::tooSmall)
              .stricterWith(Strictness.HIGHER),
          bound("exclusiveMaximum", value -> "less than " + value, Relation::lessThan)
              .because(Reasons::tooLarge)
              .stricterWith(Strictness.LOWER),
          standard("multipleOf", NUMBER, value -> "a multiple of " + value),
          standard("minItems", ARRAY, "an array of at least %s items"::formatted)
              .stricterWith(Strictness.HIGHER),
          standard("maxItems", ARRAY, "an array of at most %s items"::formatted)
              .stricterWith(Strictness.LOWER),
          standard("uniqueItems", ARRAY, value -> "an array without equal items"),
          standard("contains", ARRAY, value -> "an array with a certain item")
              .because(Reasons::contains),
          standard("unevaluatedItems", ARRAY, value -> "a documented item")
              .promising("each item of %s is %s"),
          standard("items", ARRAY, value -> "a documented item").promising("each item of %s is %s"),
          standard("minProperties", OBJECT, "of at least %s members"::formatted)
              .stricterWith(Strictness.HIGHER),
          standard("maxProperties", OBJECT, "of at most %s members"::formatted)
              .stricterWith(Strictness.LOWER),
          standard("required", OBJECT, value -> "present")
              .because(error -> "the property is missing"),
          standard("dependentRequired", OBJECT, value -> "present"),
          standard("propertyNames", OBJECT, value -> "a documented name")
              .promising("each name in %s is %s")
              .because(error -> "the documentation names no " + error.shownProperty())
              .stricterWith(Strictness.FEWER_NAMES),
          property("additionalProperties"),
          property("unevaluatedProperties"),
          standard("anyOf", ANY, value -> "as one of the alternatives describes")
              .because(Reasons::noAlternative),
          standard("oneOf", ANY, value -> "as exactly one of the alternatives describes")
              .because(error -> "it is not as exactly one of the alternatives describes"),
          standard("not", ANY, value -> "other than what is excluded")
              .because(error -> "it is what is excluded"),
          standard("false", ANY, value -> "absent")
              .because(error -> "the documentation allows no value here"));

  private StandardAssertions() {}

  /** networknt cannot compare integers beyond 64 bits with an integer. */
  private static Assertion bound(
      String keyword, Function<JsonNode, String> expected, Function<JsonNode, Relation> meaning) {
    return Assertion.of(keyword, NUMBER, expected, new Related(meaning, value -> List.of()));
  }

  private static Assertion property(String keyword) {
    return standard(keyword, OBJECT, value -> "a documented property")
        .promising("each property of %s is %s")
        .because(error -> "the documentation names no property " + error.shownProperty());
  }

  private static String type(JsonNode type) {
    return type.isArray() ? "of the types " + list(type) : JsonTypes.withArticle(type.asString());
  }

  private static String format(JsonNode format) {
    return format.asString().equals("date-time")
        ? "an RFC 3339 date-time"
        : "a text in the format " + format.asString();
  }

  private static String minLength(JsonNode length) {
    return length.asInt() == 1 ? "not empty" : "at least %s characters long".formatted(length);
  }

  private static String list(JsonNode values) {
    return values
        .valueStream()
        .map(value -> value.isString() ? value.asString() : value.toString())
        .collect(Collectors.joining(", "));
  }
}
