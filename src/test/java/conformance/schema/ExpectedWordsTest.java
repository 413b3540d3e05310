package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Rule;
import conformance.schema.keyword.Assertions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expectation that a report states for each keyword. */
class ExpectedWordsTest {
  /** Keywords of a schema, of which the last is tested; the stated expectation. */
  private static final String CASES =
      """
      "type": "string" | a string
      "type": "integer" | an integer
      "type": "null" | null
      "type": ["string", "null"] | of the types string, null
      "enum": ["a", 7, null] | one of a, 7, null
      "const": "a" | "a"
      "format": "date-time" | an RFC 3339 date-time
      "format": "uuid" | a text in the format uuid
      "pattern": "^a" | a text that matches ^a
      "minLength": 1 | not empty
      "minLength": 2 | at least 2 characters long
      "maxLength": 2 | at most 2 characters long
      "minimum": 0 | at least 0
      "maximum": 9 | at most 9
      "exclusiveMinimum": 0 | more than 0
      "exclusiveMaximum": 9 | less than 9
      "multipleOf": 5 | a multiple of 5
      "minItems": 1 | an array of at least 1 items
      "maxItems": 9 | an array of at most 9 items
      "uniqueItems": true | an array without equal items
      "contains": {"const": 7} | an array with a certain item
      "unevaluatedItems": false | a documented item
      "properties": {"a": {"items": false}} | a documented item
      "properties": {"a": false} | absent
      "minProperties": 1 | of at least 1 members
      "maxProperties": 9 | of at most 9 members
      "required": ["a"] | present
      "dependentRequired": {"a": ["b"]} | present
      "propertyNames": {"maxLength": 1} | a documented name
      "additionalProperties": false | a documented property
      "unevaluatedProperties": false | a documented property
      "anyOf": [true] | as one of the alternatives describes
      "oneOf": [true] | as exactly one of the alternatives describes
      "not": false | other than what is excluded
      "x-integer-literal": true | written as an integer
      "x-calling-code": "assigned" | a number with an assigned country code
      "properties": {"b": true, "a": {"x-not-more-than": "b"}} | at most b
      "properties": {"b": true, "a": {"x-not-after": "b"}} | not after b
      "properties": {"b": true, "a": {"x-not-before": "b"}} | not before b
      "properties": {"a": {"x-not-in-future": "PT5M"}} | not in the future
      "properties": {"b": true, "a": {"x-age-of": {"of": "b", "skew": "PT5M"}}} | the age of b
      "items": {"properties": {"a": true}}, "x-unique-by": "a" | unique in the list
      "items": {"properties": {"a": true}}, "x-persistent-by": "a" | still in the list at the next read
      "items": {"properties": {"a": true}}, "x-same-order-by": "a" | in the same order at the next read
      "properties": {"a": {"x-constant": true}} | the same at the next read
      "properties": {"a": {"x-not-decreasing": true}} | the same or later at the next read
      "properties": {"a": {"x-transitions": {"x": []}}} | changed by documented moves only
      """;

  record Case(String keywords, String expected) {
    Rule rule() {
      var schema = SmallSchema.of(keywords, Map.of());
      return Stream.concat(schema.rules().stream(), schema.rulesOfReads().stream())
          .filter(it -> it.id().contains(".schema.json#"))
          .findFirst()
          .orElseThrow();
    }
  }

  static Stream<Case> cases() {
    return CASES.lines().map(it -> it.split(" \\| ")).map(it -> new Case(it[0], it[1]));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsExpected(Case it) {
    assertThat(it.rule().expected()).isEqualTo(it.expected());
  }

  @Test
  void leavesNoKeywordOut() {
    var told =
        cases()
            .flatMap(it -> SmallSchema.of(it.keywords(), Map.of()).ruleKeywords().stream())
            .map(RuleKeyword::keyword)
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(Assertions.ALL.keySet());
  }
}
