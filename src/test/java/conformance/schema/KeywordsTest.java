package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.schema.keyword.Assertions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion keyword, including those that no contract uses. */
class KeywordsTest {
  /** Keywords; a conforming body; a deviating one, and its reported deviation. */
  private static final String CASES =
      """
      "type": "integer" | 7 | 7.5 | type : it is a number with a fraction
      "type": ["string", "null"] | null | 7 | type : it is an integer
      "enum": [1, "a"] | 1 | "b" | enum : it is none of the 2 documented values
      "enum": ["in-progress"] | "in-progress" | "In Progress" | enum : it is written differently from "in-progress"
      "enum": [1, 2] | 2 | 3 | enum : it is none of the 2 documented values
      "const": 7 | 7 | 8 | const : it is another value
      "const": "a" | "a" | "A" | const : it is another value
      "format": "uuid" | "3c90c3cc-0d44-4b50-8888-8dd25736052a" | "3c90" | format : it is not in the format uuid
      "format": "date-time" | "2024-03-10T12:00:00Z" | "2024-03-10" | format : it is a date without a time
      "pattern": "^a" | "ab" | "ba" | pattern : character 1, "b", is not allowed there, only "a"
      "pattern": "^a" | "a" | "" | pattern : it is empty
      "pattern": "b" | "abc" | "ac" | pattern : no part of it is as expected
      "pattern": "^\\\\p{Letter}+$" | "\u00e9" | "1" | pattern : character 1, "1", is not allowed there
      "minLength": 2 | "\uD83D\uDE00a" | "\uD83D\uDE00" | minLength : it is 1 long
      "minLength": 1 | "a" | "" | minLength : it is empty
      "maxLength": 2 | "ab" | "abc" | maxLength : it is 3 long
      "minimum": 0 | 0 | -1 | minimum : -1 is too small
      "maximum": 9 | 9 | 10 | maximum : 10 is too large
      "exclusiveMinimum": 0 | 1 | 0 | exclusiveMinimum : 0 is too small
      "exclusiveMaximum": 9 | 8 | 9 | exclusiveMaximum : 9 is too large
      "type": "integer", "minimum": 0 | 1e400 | -1e400 | minimum : -1E+400 is too small
      "type": "integer", "maximum": 9 | -1e30 | 1e30 | maximum : 1E+30 is too large
      "maximum": 9223372036854775807 | 9223372036854775807 | 9223372036854775808 | maximum : 9223372036854775808 is too large
      "type": "integer", "exclusiveMinimum": 0 | 1e30 | -1e30 | exclusiveMinimum : -1E+30 is too small
      "exclusiveMaximum": 9.5 | 9.49 | 1e30 | exclusiveMaximum : 1E+30 is too large
      "multipleOf": 5 | 10 | 7 | multipleOf : must be multiple of 5
      "minItems": 1 | [1] | [] | minItems : must have at least 1 items but found 0
      "maxItems": 1 | [1] | [1, 2] | maxItems : must have at most 1 items but found 2
      "items": {"type": "integer"}, "minItems": 2 | [1, 2] | [1] | minItems : it has 1 items
      "items": {"type": "integer"}, "maxItems": 1 | [1] | [1, 2] | maxItems : it has 2 items
      "items": {"type": "integer"}, "contains": {"const": 7} | [1, 7] | [1, 2] | contains : 0 of its items are as described
      "items": true, "contains": {"const": 7}, "minContains": 0, "maxContains": 1 | [1, 7] | [7, 7] | contains : must contain at most 1 element(s) that passes these validations: {"const":7}
      "items": {}, "contains": {"const": 7}, "minContains": 2, "maxContains": 2 | [7, 7] | [7, 7, 7] | contains : 3 of its items are as described
      "uniqueItems": true | [1, 2] | [1, 1] | uniqueItems : must have only unique items in the array
      "contains": {"const": 7} | [1, 7] | [1] | contains : no item is as one must be
      "contains": {"const": 7}, "minContains": 2 | [7, 7] | [7] | contains : must contain at least 2 element(s) that passes these validations: {"const":7}
      "contains": {"const": 7}, "minContains": 0, "maxContains": 1 | [] | [7, 7] | contains : must contain at most 1 element(s) that passes these validations: {"const":7}
      "prefixItems": [true], "unevaluatedItems": false | [1] | [1, 2] | unevaluatedItems : index '1' is not evaluated and the schema does not allow unevaluated items
      "if": {"prefixItems": [true], "unevaluatedItems": false}, "then": {"maxItems": 0} | [] | [1] | then/maxItems : must have at most 0 items but found 1
      "properties": {"a": {"items": false}} | {"a": []} | {"a": [1]} | properties/a/items /a: index '0' is not defined in the schema and the schema does not allow additional items
      "properties": {"a": false} | {"b": 1} | {"a": 1} | properties/a /a: the documentation allows no value here
      "patternProperties": {"^a": false} | {"b": 1} | {"ab": 1} | patternProperties/^a /ab: the documentation allows no value here
      "$ref": "#b", "$defs": {"b": {"$anchor": "b", "type": "string"}} | "a" | 1 | $defs/b/type : it is an integer
      "$dynamicRef": "#b", "$defs": {"b": {"$dynamicAnchor": "b", "type": "string"}} | "a" | 1 | $defs/b/type : it is an integer
      "$ref": "#/$defs/a%25b", "$defs": {"a%b": {"type": "string"}} | "a" | 1 | $defs/a%b/type : it is an integer
      "$ref": "b.schema.json", "$defs": {"b": {"$id": "b.schema.json", "type": "string"}} | "a" | 1 | b.schema.json#/type : it is an integer
      "minProperties": 1 | {"a": 1} | {} | minProperties : must have at least 1 properties
      "maxProperties": 1 | {"a": 1} | {"a": 1, "b": 2} | maxProperties : must have at most 1 properties
      "required": ["a"] | {"a": 1} | {} | required/a : the property is missing
      "dependentRequired": {"a": ["b"]} | {"b": 1} | {"a": 1} | dependentRequired /a: has a missing property 'b' which is dependent required because 'a' is present
      "propertyNames": {"maxLength": 1} | {"a": 1} | {"ab": 1} | propertyNames /ab: the documentation names no "ab"
      "properties": {"a": true}, "additionalProperties": false | {"a": 1} | {"b": 1} | additionalProperties /b: the documentation names no property "b"
      "properties": {"a": true}, "unevaluatedProperties": false | {"a": 1} | {"b": 1} | unevaluatedProperties /b: the documentation names no property "b"
      "anyOf": [{"type": "string"}, {"minimum": 5}] | 5 | 4 | anyOf : it is as none of the alternatives describes
      "oneOf": [{"minimum": 5}, {"maximum": 7}] | 8 | 6 | oneOf : it is not as exactly one of the alternatives describes
      "not": {"type": "string"} | 7 | "a" | not : it is what is excluded
      "x-integer-literal": true | 7 | 7.0 | x-integer-literal : it is a whole number, but written with a fraction or an exponent
      "x-calling-code": "assigned" | "+4930123456" | "+2101234567" | x-calling-code : no country code that begins with 210 is assigned
      "properties": {"a": {"x-not-more-than": "b"}, "b": true}, "unevaluatedProperties": false | {"a": 1, "b": 1} | {"a": 2, "b": 1} | properties/a/x-not-more-than /a: 2 is more than b 1
      "properties": {"a": {"x-not-more-than": "b"}, "b": true} | {"a": 1, "b": 1} | {"a": 2, "b": 1} | properties/a/x-not-more-than /a: 2 is more than b 1
      "properties": {"a": {"x-not-after": "b"}, "b": true} | {"a": "2024-03-10T12:00:00Z", "b": "2024-03-10T12:00:00Z"} | {"a": "2024-03-10T12:00:01Z", "b": "2024-03-10T12:00:00Z"} | properties/a/x-not-after /a: 2024-03-10T12:00:01Z is after b 2024-03-10T12:00:00Z
      "properties": {"a": {"x-not-before": "b"}, "b": true} | {"a": "2024-03-10T12:00:00Z", "b": "2024-03-10T12:00:00Z"} | {"a": "2024-03-10T11:59:59Z", "b": "2024-03-10T12:00:00Z"} | properties/a/x-not-before /a: 2024-03-10T11:59:59Z is before b 2024-03-10T12:00:00Z
      "properties": {"a": {"x-not-in-future": "PT5M"}} | {"a": "2024-03-10T12:05:00Z"} | {"a": "2024-03-10T12:05:01Z"} | properties/a/x-not-in-future /a: 2024-03-10T12:05:01Z is after the response, which was made at 2024-03-10T12:00:00Z
      "properties": {"a": {"x-age-of": {"of": "b", "skew": "PT5M"}}, "b": true} | {"a": "a day ago", "b": "2024-03-09T12:00:00Z"} | {"a": "a day ago", "b": "2024-03-01T12:00:00Z"} | properties/a/x-age-of /a: a day ago does not fit b 2024-03-01T12:00:00Z in a response of 2024-03-10T12:00:00Z
      "items": {"properties": {"a": true}}, "x-unique-by": "a" | [{"a": 1}, {"a": 2}, {}, {}] | [{"a": "x"}, {"a": "y"}, {"a": "x"}] | x-unique-by /2/a: the item at /0 has the same a
      """;

  /** The same for keywords about two reads; each case has both bodies, one after the other. */
  private static final String CASES_OF_READS =
      """
      "items": {"properties": {"a": true}}, "x-persistent-by": "a" | [{"a": 1}] [{"a": 2}, {"a": 1}] | [{"a": 1}, {"a": 2}] [{"a": 2}] | x-persistent-by : it stood at /0 at 2024-03-10T12:00:00Z, and is gone at 2024-03-10T12:00:07Z
      "items": {"properties": {"a": true}}, "x-persistent-by": "a", "x-same-order-by": "a" | [{"a": 1}, {"a": 2}] [{"a": 3}, {"a": 1}, {"a": 2}] | [{"a": 1}, {"a": 2}] [{"a": 2}, {"a": 1}] | x-same-order-by /1: it stood at /0 at 2024-03-10T12:00:00Z, before the item of /1 that it comes after at 2024-03-10T12:00:07Z
      "items": {"properties": {"a": true}}, "x-persistent-by": "a" | [{"a": null}, {"a": 1.5}, {}, {"a": 1}] [{"a": 1}] | [{"a": "x"}, {"a": "y"}] [{"a": "y"}] | x-persistent-by : it stood at /0 at 2024-03-10T12:00:00Z, and is gone at 2024-03-10T12:00:07Z
      "items": {"properties": {"a": true}}, "x-same-order-by": "a" | [{"a": 1}, {"a": 2}] [{"a": 2}] | [{"a": 1}, {"a": 2}] [{"a": 2}, {"a": 1}] | x-same-order-by /1: it stood at /0 at 2024-03-10T12:00:00Z, before the item of /1 that it comes after at 2024-03-10T12:00:07Z
      "items": {"properties": {"a": true, "b": {"x-constant": true}}}, "x-persistent-by": "a" | [{"b": 1}, {"a": 1, "b": 1}] [{"b": 2}, {"a": 1, "b": 1}] | [{"a": 1, "b": 1}] [{"b": 3}, {"a": 1, "b": 2}] | items/properties/b/x-constant /1/b: it was 1 at 2024-03-10T12:00:00Z, and is 2 at 2024-03-10T12:00:07Z: it does not change by itself
      "properties": {"a": {"x-constant": true}} | {"a": 1} {"a": 1} | {"a": 1} {"a": 2} | properties/a/x-constant /a: it was 1 at 2024-03-10T12:00:00Z, and is 2 at 2024-03-10T12:00:07Z: it does not change by itself
      "properties": {"a": {"x-not-decreasing": true}} | {"a": 1} {"a": 2} | {"a": 2} {"a": 1} | properties/a/x-not-decreasing /a: it was 2 at 2024-03-10T12:00:00Z, and is 1 at 2024-03-10T12:00:07Z: it went back
      "properties": {"a": {"x-transitions": {"x": ["y"], "y": []}}} | {"a": "x"} {"a": "y"} | {"a": "y"} {"a": "x"} | properties/a/x-transitions /a: it was "y" at 2024-03-10T12:00:00Z, and is "x" at 2024-03-10T12:00:07Z: nothing comes after y
      """;

  record Case(String keywords, String good, String bad, String deviation) {
    String rule() {
      return deviation.split(" ")[0];
    }

    @Override
    public String toString() {
      return keywords;
    }
  }

  static Stream<Case> cases() {
    return cases(CASES);
  }

  static Stream<Case> casesOfReads() {
    return cases(CASES_OF_READS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheOneDeviationAndNoneWhereThereIsNone(Case it) throws IOException {
    var schema = SmallSchema.of(it.keywords(), Map.of());
    assertThat(SmallSchema.deviations(schema, it.good())).isEmpty();
    assertThat(SmallSchema.deviations(schema, it.bad())).containsExactly(it.deviation());
    assertThat(SmallSchema.examined(schema, it.good())).containsKey(it.rule());
    assertThat(SmallSchema.examined(schema, it.bad())).containsKey(it.rule());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"additionalProperties\": {\"x-not-more-than\": \"t\"}",
        "\"patternProperties\": {\"^v\": {\"x-not-more-than\": \"t\"}}",
        "\"additionalProperties\": {\"x-not-more-than\": \"t\"}, \"unevaluatedProperties\": false"
      })
  void comparesAPropertyThatIsNotNamedWithThoseBesideIt(String others) throws IOException {
    var keywords =
        """
        "properties": {"t": true, "o": {"properties": {"t": true}, %s}}
        """;
    var schema = SmallSchema.of(keywords.formatted(others), Map.of());
    var body = "{\"t\": 5, \"o\": {\"t\": 1, \"v\": 2}}";
    assertThat(SmallSchema.deviations(schema, body))
        .singleElement()
        .asString()
        .contains("/o/v: 2 is more than t 1");
    assertThat(SmallSchema.examined(schema, body).entrySet())
        .filteredOn(it -> it.getKey().endsWith("/x-not-more-than"))
        .singleElement()
        .returns(1L, Map.Entry::getValue);
  }

  @Test
  void putsNothingToTheTestThatStandsInACondition() throws IOException {
    var keywords =
        """
        "properties": {"a": {"$ref": "other.schema.json"}},
        "if": {"properties": {"b": {"$ref": "other.schema.json"}}}, "then": true
        """;
    var schema = SmallSchema.of(keywords, Map.of("other.schema.json", "\"minimum\": 1"));
    assertThat(SmallSchema.examined(schema, "{\"b\": 5}")).isEmpty();
    assertThat(SmallSchema.examined(schema, "{\"a\": 5}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"a\": 1", "", "{\"a\": 1} {}"})
  void tellsThatASecondBodyIsNoJson(String second) throws IOException {
    var schema = SmallSchema.of("\"properties\": {\"a\": {\"x-constant\": true}}", Map.of());
    assertThat(SmallSchema.deviations(schema, "{\"a\": 1}", second))
        .singleElement()
        .asString()
        .contains("/200/body/json ");
  }

  @ParameterizedTest
  @MethodSource("casesOfReads")
  void findsTheOneDeviationBetweenTwoReads(Case it) throws IOException {
    var schema = SmallSchema.of(it.keywords(), Map.of());
    assertThat(betweenReads(schema, it.good())).isEmpty();
    assertThat(betweenReads(schema, it.bad())).containsExactly(it.deviation());
    var good = parts(it.good());
    assertThat(SmallSchema.examined(schema, good[0], good[1])).containsKey(it.rule());
  }

  @Test
  void leavesNoKeywordOut() {
    var told =
        Stream.concat(cases(), casesOfReads())
            .flatMap(it -> SmallSchema.of(it.keywords(), Map.of()).ruleKeywords().stream())
            .map(RuleKeyword::keyword)
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(Assertions.ALL.keySet());
  }

  private static List<String> betweenReads(BodySchema schema, String bodies) throws IOException {
    var parts = parts(bodies);
    return SmallSchema.deviations(schema, parts[0], parts[1]);
  }

  private static String[] parts(String bodies) {
    return bodies.split("(?<=[]}]) ", 2);
  }

  private static Stream<Case> cases(String table) {
    return table
        .lines()
        .map(line -> line.split(" \\| "))
        .map(row -> new Case(row[0], row[1], row[2], row[3]));
  }
}
