package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.ContractException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a schema, and the schemas that are rejected. */
class SchemaRulesTest {
  private static final String HERE = "batches/batch-list.schema.json#";

  @Test
  void namesARuleForEachAssertionAtItsAddress() {
    var schema =
        SmallSchema.of(
            """
            "title": "list", "type": "array", "x-unique-by": "id", "x-persistent-by": "id",
            "x-source": {"section": "List", "basis": "stated"},
            "items": {"$ref": "shop.schema.json"}
            """,
            Map.of(
                "shop.schema.json",
                """
                "title": "shop", "x-advice": "shop.advice.schema.json", "required": ["id", "a/b"],
                "properties": {
                  "id": {"type": "string", "minLength": 1},
                  "a/b": {"properties": {"c~d": {"maximum": 7, "x-expected": {"maximum": "small"}}}},
                  "tags": {"items": {"type": "string"}, "prefixItems": [{"minLength": 2}],
                    "allOf": [{"maxItems": 3}]}
                },
                "allOf": [{"properties": {"id": {"pattern": "^a"}}}],
                "if": {"required": ["open"], "properties": {"open": {"const": true}}},
                "then": {"required": ["hours"]}, "else": {"properties": {"hours": {"const": 0}}},
                "patternProperties": {"^x": {"type": "null"}},
                "additionalProperties": {"type": "object"}
                """,
                "shop.advice.schema.json",
                """
                "title": "shop", "properties": {"id": true}, "additionalProperties": false,
                "propertyNames": {"maxLength": 9}
                """));
    assertThat(SmallSchema.rules(schema))
        .containsExactlyInAnyOrder(
            "type must: list is an array",
            "x-unique-by must: id is unique in the list",
            "x-persistent-by must: id is still in the list at the next read",
            "shop.advice.schema.json#/additionalProperties should: each property of shop is a"
                + " documented property",
            "shop.advice.schema.json#/propertyNames should: each name in shop is a documented name",
            "shop.schema.json#/required/id must: id is present",
            "shop.schema.json#/required/a~1b must: a/b is present",
            "shop.schema.json#/properties/id/type must: id is a string",
            "shop.schema.json#/properties/id/minLength must: id is not empty",
            "shop.schema.json#/properties/a~1b/properties/c~0d/maximum must: a/b.c~d is small",
            "shop.schema.json#/properties/tags/items/type must: each value of tags is a string",
            "shop.schema.json#/properties/tags/prefixItems/0/minLength must: each value of tags is"
                + " at least 2 characters long",
            "shop.schema.json#/properties/tags/allOf/0/maxItems must: tags is an array of at most 3"
                + " items",
            "shop.schema.json#/allOf/0/properties/id/pattern must: id is a text that matches ^a",
            "shop.schema.json#/then/required/hours must: hours is present when open is true",
            "shop.schema.json#/else/properties/hours/const must: hours is 0 unless open is true",
            "shop.schema.json#/patternProperties/^x/type must: each value of shop is null",
            "shop.schema.json#/additionalProperties/type must: each value of shop is an object");
  }

  @Test
  void tellsSourceAndBasisOfARule() {
    var rules =
        SmallSchema.of(
                """
                "x-source": {"section": "A", "basis": {"type": "shown", "minLength": "stated"}},
                "type": "object",
                "properties": {
                  "a": {"minLength": 1, "type": "string"},
                  "b": {"x-source": {"section": "B", "basis": "implied"}, "type": "string"}
                }
                """,
                Map.of())
            .rules();
    assertThat(rules)
        .filteredOn(rule -> rule.id().startsWith(HERE))
        .extracting(rule -> rule.id().substring(HERE.length()) + " " + rule.source())
        .containsExactlyInAnyOrder(
            "/type A (shown)",
            "/properties/a/minLength A (stated)",
            "/properties/a/type A (shown)",
            "/properties/b/type B (implied)");
  }

  @Test
  void sortsARuleByTheCategoryNearestToIt() {
    var rules =
        SmallSchema.of(
                """
                "x-category": {"enum": "Unknown code"}, "required": ["a"], "properties": {
                  "a": {"type": "string", "enum": ["x"], "minLength": 1},
                  "b": {"x-category": "Money", "type": "object", "required": ["c"], "properties": {
                    "c": {"x-category": {"minimum": "Debt"}, "type": "number", "minimum": 0}
                  }}
                }
                """,
                Map.of())
            .rules();
    assertThat(rules)
        .filteredOn(rule -> rule.id().startsWith(HERE))
        .extracting(rule -> rule.id().substring(HERE.length()) + " " + rule.category())
        .containsExactlyInAnyOrder(
            "/required/a Missing property",
            "/properties/a/type Shape of the body",
            "/properties/a/enum Unknown code",
            "/properties/a/minLength Another value",
            "/properties/b/type Money",
            "/properties/b/required/c Money",
            "/properties/b/properties/c/type Money",
            "/properties/b/properties/c/minimum Debt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"properties\": {\"a\": {\"x-not-more-than\": \"c\"}, \"b\": true} | #/properties/a/x-not-more-than: expected the name of a property there, one of [a, b], not c",
        "\"properties\": {\"a\": {\"x-age-of\": {\"of\": \"c\", \"skew\": \"PT5M\"}}} | #/properties/a/x-age-of: expected the name of a property there, one of [a], not c",
        "\"items\": {\"properties\": {\"a\": true}}, \"x-unique-by\": \"b\" | #/x-unique-by: expected the name of a property there, one of [a], not b",
        "\"items\": {\"properties\": {\"a\": true}}, \"x-unique-by\": [\"a\", \"b\"] | #/x-unique-by/b: expected the name of a property there, one of [a], not b",
        "\"items\": {\"properties\": {\"a\": true}}, \"uniqueItems\": true | batch-list.schema.json#/uniqueItems: cannot be judged item by item, as lists are; expected type, items, minItems, maxItems, contains or a keyword of lists",
        "\"allOf\": [{\"items\": {\"properties\": {\"a\": true}}, \"x-unique-by\": \"a\"}] | batch-list.schema.json: has no items that keywords of lists could be about",
        "\"x-unique-by\": \"a\" | #/x-unique-by: expected it at the array that is the body, which has items",
        "\"properties\": {\"a\": {\"items\": true, \"x-persistent-by\": \"b\"}} | #/properties/a/x-persistent-by: expected it at the array that is the body, which has items",
        "\"x-constant\": true | #/x-constant: expected it at a property of the body, or of the body's items",
        "\"properties\": {\"a\": {\"properties\": {\"b\": {\"x-not-decreasing\": true}}}} | #/properties/a/properties/b/x-not-decreasing: expected it at a property of the body, or of the body's items",
        "\"additionalProperties\": {\"x-constant\": true} | #/additionalProperties/x-constant: expected it at a property of the body, or of the body's items",
        "\"additionalProperties\": {\"properties\": {\"b\": {\"properties\": {\"c\": {\"x-constant\": true}}}}} | #/additionalProperties/properties/b/properties/c/x-constant: expected it at a property of the body, or of the body's items",
        "\"properties\": {\"a\": {\"pattern\": \"(\"}} | #/properties/a/pattern: expected a closing parenthesis at character 2 of the pattern (",
        "\"not\": {\"pattern\": \"(?i)a\"} | #/not/pattern: expected a group of ECMA-262 at character 1 of the pattern (?i)a",
        "\"patternProperties\": {\"a++\": true} | #/patternProperties: expected something that can be repeated before the quantifier at character 3 of the pattern a++",
        "\"properties\": {\"a\\tb\": true} | #/properties: expected names without control characters, not \"a\\tb\"",
        "\"properties\": {\"a\": {\"$ref\": \"#/$defs/t\"}, \"b\": {\"$ref\": \"#/$defs/t\"}}, \"$defs\": {\"t\": {\"x-constant\": true}} | #/$defs/t/x-constant: expected it at one property, not at a and b",
        "\"properties\": {\"p\": {\"properties\": {\"a\": {\"$ref\": \"#/$defs/t\"}, \"b\": true}}, \"q\": {\"properties\": {\"a\": {\"$ref\": \"#/$defs/t\"}}}}, \"$defs\": {\"t\": {\"x-not-more-than\": \"b\"}} | #/$defs/t/x-not-more-than: expected the name of a property there, one of [a], not b",
        "\"allOf\": [false] | #/allOf/0: expected a schema that a value can meet (what is excluded stands in not)",
        "\"not\": {\"properties\": {\"a\": {\"x-constant\": true}}} | #/not/properties/a/x-constant: expected it at a property of the body, or of the body's items",
        "\"propertyNames\": {\"x-not-after\": \"a\"}, \"properties\": {\"a\": true} | #/propertyNames/x-not-after: expected the name of a property there, one of [], not a",
        "\"properties\": {\"a\": {\"format\": \"datetime\"}} | #/properties/a/format: datetime is not a format of JSON Schema; did you mean date-time?",
        "\"not\": {\"format\": \"url\"} | #/not/format: url is not a format of JSON Schema; did you mean uri?",
        "\"$ref\": \"#a\" | batch-list.schema.json: expected one $anchor or $dynamicAnchor a, found 0",
        "\"allOf\": [{\"$dynamicRef\": \"#a\"}, {\"$dynamicAnchor\": \"a\"}, {\"$dynamicAnchor\": \"a\"}] | batch-list.schema.json: expected one $anchor or $dynamicAnchor a, found 2",
      })
  void refusesASchemaThatItDoesNotUnderstand(String keywords, String problem) {
    assertThatThrownBy(() -> SmallSchema.of(keywords, Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"typ\": \"string\" | #/typ: typ is not a keyword, did you mean type?",
        "\"if\": {\"typ\": \"string\"}, \"then\": true | #/if/typ: typ is not a keyword, did you mean type?",
        "\"not\": {\"anyOf\": [{\"properties\": {\"a\": {\"minLenght\": 1}}}]} | #/not/anyOf/0/properties/a/minLenght: minLenght is not a keyword, did you mean minLength?",
        "\"$ref\": \"../types/count.schema.json\", \"maxLenght\": 2 | #/maxLenght: maxLenght is not a keyword, did you mean maxLength?",
        "\"$defs\": {\"unused\": {\"x-not-mroe-than\": \"a\"}} | #/$defs/unused/x-not-mroe-than: x-not-mroe-than is not a keyword, did you mean x-not-more-than?",
        "\"properties\": {\"typ\": {\"enums\": []}} | #/properties/typ/enums: enums is not a keyword, did you mean enum?",
        "\"contentEncoding\": \"base64\" | #/contentEncoding: contentEncoding is not a keyword that the suite judges: schemas/README.md lists them",
      })
  void namesTheNearestOfAllKeywords(String keywords, String problem) {
    assertThatThrownBy(() -> SmallSchema.of(keywords, Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessage("batches/batch-list.schema.json" + problem);
  }

  @Test
  void namesEveryPlaceWithoutAKeyword() {
    assertThatThrownBy(() -> SmallSchema.of("\"typ\": 1, \"items\": {\"minimun\": 0}", Map.of()))
        .hasMessage(
            HERE
                + "/typ: typ is not a keyword, did you mean type?\n"
                + HERE
                + "/items/minimun: minimun is not a keyword, did you mean minimum?");
  }

  /** What follows the keyword's own words, if x-expected gives no others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"if\": {\"properties\": {\"b\": {\"const\": \"x\"}}, \"required\": [\"b\"]}, \"then\": A | a is at least 1 when b is x",
        "\"if\": {\"properties\": {\"b\": {\"const\": \"x\"}}, \"required\": [\"b\"]}, \"else\": A | a is at least 1 unless b is x",
        "\"if\": {\"properties\": {\"b\": {\"enum\": [\"x\", 7, null]}}, \"required\": [\"b\"]}, \"then\": A | a is at least 1 when b is x or 7 or null",
        "\"if\": {\"properties\": {\"b\": {\"const\": true}}}, \"then\": A | a is at least 1 when b is true or absent",
        "\"if\": {\"required\": [\"c\", \"b\"]}, \"then\": A | a is at least 1 when b is present and c is present",
        "\"if\": {\"properties\": {\"b\": {\"const\": 1}}, \"required\": [\"b\", \"c\"]}, \"then\": A | a is at least 1 when b is 1 and c is present",
        "\"if\": {\"required\": [\"b\"]}, \"then\": {\"if\": {\"required\": [\"c\"]}, \"else\": A} | a is at least 1 when b is present and unless c is present",
        "\"if\": {\"properties\": {\"b\": {\"minimum\": 7}}}, \"then\": A | a is at least 1 when the if beside it is met",
        "\"if\": {\"type\": \"object\", \"required\": [\"b\"]}, \"else\": A | a is at least 1 unless the if beside it is met",
        "\"dependentSchemas\": {\"b\": A} | a is at least 1 when b is present",
        "\"allOf\": [A] | a is at least 1",
      })
  void saysTheConditionOfARule(String keywords, String promise) {
    var least = "{\"properties\": {\"a\": {\"minimum\": 1}}}";
    var rules = SmallSchema.of(keywords.replace("A", least), Map.of()).rules();
    assertThat(rules)
        .filteredOn(rule -> rule.id().startsWith(HERE))
        .extracting(rule -> rule.promise())
        .containsExactly(promise);
  }

  @Test
  void leavesTheConditionToTheWordsThatTheContractGives() {
    var schema =
        SmallSchema.of(
            """
            "if": {"required": ["b"]},
            "then": {"x-expected": {"required": "there as b is"}, "required": ["a"]}
            """,
            Map.of());
    assertThat(SmallSchema.rules(schema))
        .containsExactly("then/required/a must: a is there as b is");
  }

  @Test
  void refusesARuleWithoutSource() {
    assertThatThrownBy(
            () -> SmallSchema.of("\"type\": \"array\", \"$comment\": \"no x-source\"", Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessage(HERE + "/type: expected an x-source beside it or in a schema around it");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.schema.json, there is no schema at batches/missing.schema.json",
    "#/$defs/missing, there is no schema at batches/batch-list.schema.json#/$defs/missing",
    "#/$schemas, there is no schema at batches/batch-list.schema.json#/$schemas",
    "#/$schema, 'batches/batch-list.schema.json#/$schema: expected a schema there, since a reference leads to it'",
    "https://example.com/x.json, there is no schema at https://example.com/x.json",
  })
  void refusesAReferenceToWhatIsNotThere(String reference, String problem) {
    assertThatThrownBy(() -> SmallSchema.of("\"$ref\": \"%s\"".formatted(reference), Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"strin\" | batch-list.schema.json#/type",
        "\"minimum\": \"0\" | batch-list.schema.json#/minimum",
        "\"required\": \"a\" | batch-list.schema.json#/required",
        "\"x-not-in-future\": \"5 minutes\" | batch-list.schema.json#/x-not-in-future",
        "\"x-source\": {\"section\": \"A\", \"basis\": \"guessed\"} | batch-list.schema.json#/x-source/basis",
        "\"x-category\": 7 | batch-list.schema.json#/x-category",
        "\"x-category\": \"a(b)*\" | batch-list.schema.json#/x-category",
        "\"x-category\": {\"type\": \"\"} | batch-list.schema.json#/x-category",
        "\"x-constant\": false | batch-list.schema.json#/x-constant",
        "\"x-transitions\": {\"a\": \"b\"} | batch-list.schema.json#/x-transitions/a",
        "\"x-age-of\": {\"of\": \"a\"} | batch-list.schema.json#/x-age-of",
        "\"x-expected\": {\"type\": 7} | batch-list.schema.json#/x-expected/type",
      })
  void refusesWhatTheMetaSchemaForbids(String keywords, String place) {
    assertThatThrownBy(() -> SmallSchema.of(keywords, Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith(
            "not JSON Schema 2020-12 with the keywords of vocabulary.schema.json:\n  batches/"
                + place);
  }

  @Test
  void namesEveryPlaceThatTheMetaSchemaForbids() {
    assertThatThrownBy(() -> SmallSchema.of("\"type\": 7, \"minimum\": \"0\"", Map.of()))
        .hasMessageContaining("#/type: ")
        .hasMessageContaining("#/minimum: ");
  }
}
