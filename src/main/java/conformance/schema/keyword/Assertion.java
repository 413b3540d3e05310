package conformance.schema.keyword;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An assertion keyword; each rule comes from one.
 *
 * @param appliesTo types it applies to; values of other types meet it
 * @param expected words the requirement, given the keyword's value
 */
public record Assertion(
    String keyword, Set<ValueType> appliesTo, Function<JsonNode, String> expected) {

  private static final Set<ValueType> ANY = ValueType.ANY;
  private static final Set<ValueType> STRING = Set.of(ValueType.STRING);
  private static final Set<ValueType> NUMBER = Set.of(ValueType.INTEGER, ValueType.NUMBER);
  private static final Set<ValueType> ARRAY = Set.of(ValueType.ARRAY);
  private static final Set<ValueType> OBJECT = Set.of(ValueType.OBJECT);

  /** All assertions, by name. */
  public static final Map<String, Assertion> ALL =
      Arrays.stream(
              new Assertion[] {
                of("type", ANY, Assertion::type),
                of("enum", ANY, value -> "one of " + list(value)),
                of("const", ANY, value -> value.toString()),
                of("format", STRING, Assertion::format),
                of("pattern", STRING, value -> "a text that matches " + value.asString()),
                of("minLength", STRING, Assertion::minLength),
                of("maxLength", STRING, value -> "at most %s characters long".formatted(value)),
                of("minimum", NUMBER, value -> "at least " + value),
                of("maximum", NUMBER, value -> "at most " + value),
                of("exclusiveMinimum", NUMBER, value -> "more than " + value),
                of("exclusiveMaximum", NUMBER, value -> "less than " + value),
                of("multipleOf", NUMBER, value -> "a multiple of " + value),
                of("minItems", ARRAY, value -> "an array of at least %s items".formatted(value)),
                of("maxItems", ARRAY, value -> "an array of at most %s items".formatted(value)),
                of("uniqueItems", ARRAY, value -> "an array without equal items"),
                of("contains", ARRAY, value -> "an array with a certain item"),
                of("minProperties", OBJECT, value -> "of at least %s members".formatted(value)),
                of("maxProperties", OBJECT, value -> "of at most %s members".formatted(value)),
                of("required", OBJECT, value -> "present"),
                of("dependentRequired", OBJECT, value -> "present"),
                of("propertyNames", OBJECT, value -> "a documented name"),
                of("additionalProperties", OBJECT, value -> "a documented property"),
                of("unevaluatedProperties", OBJECT, value -> "a documented property"),
                of("anyOf", ANY, value -> "as one of the alternatives describes"),
                of("oneOf", ANY, value -> "as exactly one of the alternatives describes"),
                of("not", ANY, value -> "other than what is excluded"),
                of("x-integer-literal", NUMBER, value -> "written as an integer"),
                of("x-calling-code", STRING, value -> "a number with an assigned country code"),
                of("x-not-more-than", NUMBER, value -> "at most " + value.asString()),
                of("x-not-after", STRING, value -> "not after " + value.asString()),
                of("x-not-before", STRING, value -> "not before " + value.asString()),
                of("x-not-in-future", STRING, value -> "not in the future"),
                of(
                    "x-age-of",
                    STRING,
                    value -> "the age of %s".formatted(value.path("of").asString())),
                of("x-unique-by", ARRAY, value -> "unique in the list"),
                of("x-persistent-by", ARRAY, value -> "still in the list at the next read"),
                of("x-same-order-by", ARRAY, value -> "in the same order at the next read"),
                of("x-constant", ANY, value -> "the same at the next read"),
                of("x-not-decreasing", ANY, value -> "the same or later at the next read"),
                of("x-transitions", STRING, value -> "changed by documented moves only")
              })
          .collect(Collectors.toMap(Assertion::keyword, Function.identity()));

  private static Assertion of(
      String keyword, Set<ValueType> appliesTo, Function<JsonNode, String> expected) {
    return new Assertion(keyword, appliesTo, expected);
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
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> value.isString() ? value.asString() : value.toString())
        .collect(Collectors.joining(", "));
  }
}
