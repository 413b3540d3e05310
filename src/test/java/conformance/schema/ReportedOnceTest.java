package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Excerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deviating value is reported once, and relations that compare it are not reported. */
class ReportedOnceTest {
  private static final String KEYWORDS =
      """
      "properties": {
        "a": {"type": "integer", "minimum": 0, "multipleOf": 1, "x-not-more-than": "b/c"},
        "b/c": {"type": "integer", "maximum": 9},
        "d": {"type": "string", "enum": ["x", "yy"], "minLength": 1, "maxLength": 1},
        "e": {"type": "integer"}, "f": {"minLength": 2}, "g": {"x-not-in-future": "PT5M"}
      }, "x-advice": "batch.advice.schema.json"
      """;
  private static final Map<String, String> ADVICE =
      Map.of(
          "batch.advice.schema.json",
          """
          "properties": {"a": {"x-integer-literal": true, "x-not-more-than": "e"},
            "b/c": {"minimum": 3}, "d": {"pattern": "^x"}, "e": true, "f": {"enum": ["xx"]}}
          """);

  /** In one keyword, or once in the schema and once in its advice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"x-unique-by\": [\"a\", \"e\"] | `` | x-unique-by/e",
        "\"x-unique-by\": \"a\" | \"x-unique-by\": \"e\" | batch.advice.schema.json#/x-unique-by"
      })
  void holdsItemsToSeveralRulesOnUniqueness(String keywords, String advice, String rule)
      throws IOException {
    var items = "\"items\": {\"properties\": {\"a\": true, \"e\": true}}";
    var schema =
        SmallSchema.of(
            keywords + ", " + items + ", \"x-advice\": \"batch.advice.schema.json\"",
            Map.of("batch.advice.schema.json", items + (advice.isEmpty() ? "" : ", " + advice)));
    assertThat(SmallSchema.deviations(schema, "[{\"a\": 1, \"e\": 2}, {\"a\": 3, \"e\": 2}]"))
        .containsExactly(rule + " /1/e: the item at /0 has the same e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 4, \"b/c\": 5} | ",
        "{\"a\": 6, \"b/c\": 5} | properties/a/x-not-more-than /a",
        "{\"a\": -1, \"b/c\": -2} | properties/a/minimum /a; batch.advice.schema.json#/properties/b~1c/minimum /b~1c",
        "{\"a\": \"x\", \"b/c\": 5} | properties/a/type /a",
        "{\"a\": 20, \"b/c\": 10} | properties/b~1c/maximum /b~1c",
        "{\"a\": 20, \"b/c\": \"x\"} | properties/b~1c/type /b~1c",
        "{\"a\": 20, \"b/c\": null} | properties/b~1c/type /b~1c",
        "{\"a\": 2.0, \"b/c\": 1} | properties/a/x-not-more-than /a; batch.advice.schema.json#/properties/a/x-integer-literal /a; batch.advice.schema.json#/properties/b~1c/minimum /b~1c",
        "{\"a\": 2, \"e\": 1} | batch.advice.schema.json#/properties/a/x-not-more-than /a",
        "{\"a\": -1, \"e\": -2} | properties/a/minimum /a",
        "{\"a\": 20, \"b/c\": 5, \"e\": 3} | properties/a/x-not-more-than /a; batch.advice.schema.json#/properties/a/x-not-more-than /a",
        "{\"a\": 4, \"e\": -0.5} | properties/e/type /e",
        "{\"g\": \"2999-01-01T00:00:00Z\", \"f\": \"y\"} | properties/g/x-not-in-future /g; properties/f/minLength /f",
        "{\"d\": 7} | properties/d/type /d",
        "{\"d\": []} | properties/d/type /d",
        "{\"d\": {\"e\": 1}} | properties/d/type /d",
        "{\"d\": \"\"} | properties/d/enum /d",
        "{\"d\": \"zz\"} | properties/d/enum /d",
        "{\"d\": \"yy\"} | properties/d/maxLength /d",
        "{\"f\": \"y\"} | properties/f/minLength /f",
        "{\"a\": 6, \"b/c\": 5, \"d\": \"zz\"} | properties/a/x-not-more-than /a; properties/d/enum /d",
        "{\"a\": 6, \"b/c\": 5, \"e\": 5} | properties/a/x-not-more-than /a; batch.advice.schema.json#/properties/a/x-not-more-than /a",
        "{\"a\": 1, \"a\": 20, \"b/c\": 5} | openapi.yaml#listBatches/200/body/unique-names /a; properties/a/x-not-more-than /a",
        "{\"b/c\": 1, \"b/c\": 5, \"a\": 20} | openapi.yaml#listBatches/200/body/unique-names /b~1c; properties/a/x-not-more-than /a",
        "{\"d\": \"zz\", \"d\": \"x\"} | openapi.yaml#listBatches/200/body/unique-names /d",
        "{\"d\": \"x\", \"d\": \"zz\"} | openapi.yaml#listBatches/200/body/unique-names /d; properties/d/enum /d",
        "{\"d\": \"\\ud83d\"} | openapi.yaml#listBatches/200/body/surrogates /d; properties/d/enum /d",
      })
  void reportsWhatIsWrongAtItsRoot(String body, String expected) throws IOException {
    var schema = SmallSchema.of(KEYWORDS, ADVICE);
    var found = SmallSchema.deviations(schema, body).stream().map(it -> it.split(": ")[0]);
    assertThat(found)
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split("; "));
  }

  @Test
  void tellsFaultsApartWhoseLongNamesBeginAlike() throws IOException {
    var schema =
        SmallSchema.of(
            "\"additionalProperties\": {\"type\": \"integer\", \"minimum\": 0}", Map.of());
    var name = "n".repeat(Excerpt.LENGTH);
    var body = "{\"%sa\": null, \"%sb\": -1}".formatted(name, name);
    assertThat(SmallSchema.deviations(schema, body))
        .extracting(it -> it.split(" ")[0])
        .containsExactlyInAnyOrder("additionalProperties/type", "additionalProperties/minimum");
  }

  @Test
  void silencesARelationForWhatIsWrongThereAndNotWhereANameBeginsAlike() throws IOException {
    var schema =
        SmallSchema.of(
            """
            "additionalProperties": {
              "properties": {"a": {"minimum": 0, "x-not-more-than": "b"}, "b": {"minimum": 0}}}
            """,
            Map.of());
    var name = "n".repeat(Excerpt.LENGTH);
    for (var wrong : List.of("\"a\": -3, \"b\": -4", "\"a\": 3, \"b\": -4")) {
      var body = "{\"%sa\": {\"a\": 3, \"b\": 1}, \"%sb\": {%s}}".formatted(name, name, wrong);
      assertThat(SmallSchema.deviations(schema, body))
          .filteredOn(it -> it.contains("x-not-more-than"))
          .hasSize(1);
    }
  }

  @Test
  void comparesAKeyThatOnlyDoesNotFitAnotherValue() throws IOException {
    var schema =
        SmallSchema.of(
            """
            "x-unique-by": "id", "items": {"properties": {"id": {"x-not-more-than": "n"}, "n": true}}
            """,
            Map.of());
    assertThat(SmallSchema.deviations(schema, "[{\"id\": 2, \"n\": 1}, {\"id\": 2, \"n\": 1}]"))
        .filteredOn(it -> it.startsWith("x-unique-by"))
        .hasSize(1);
  }

  @Test
  void comparesAKeyThatIsOnlyAdvisedAgainst() throws IOException {
    var schema =
        SmallSchema.of(
            """
            "x-unique-by": "id",
            "items": {"properties": {"id": true}, "x-advice": "item.advice.schema.json"}
            """,
            Map.of("item.advice.schema.json", "\"properties\": {\"id\": {\"pattern\": \"^a\"}}"));
    assertThat(SmallSchema.deviations(schema, "[{\"id\": \"b\"}, {\"id\": \"b\"}]"))
        .filteredOn(it -> it.startsWith("x-unique-by"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"id\": 1, \"v\": 1, \"v\": 2}] | [{\"id\": 1, \"v\": 2, \"v\": 1}] | unique-names /0/v",
        "[{\"id\": 1, \"v\": {\"x\": 1, \"x\": 2}}] | [{\"id\": 1, \"v\": {\"x\": 2, \"x\": 1}}] | unique-names /0/v/x",
        "[{\"id\": 1, \"id\": 2, \"v\": 1}, {\"id\": 2, \"v\": 2}] | [{\"id\": 2, \"v\": 2}, {\"id\": 1, \"id\": 2, \"v\": 1}] | unique-names /1/id",
        "[{\"id\": 1}] | [{\"id\": 1, \"id\": 1}] | unique-names /0/id",
        "[{\"id\": 1}, {\"id\": 1.5}] | [{\"id\": 1.5}] | x-persistent-by",
        "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}] | [{\"id\": 1}, {}] | x-persistent-by",
        "[{\"id\": 1, \"v\": 1, \"w\": 1}] | [{\"id\": 1, \"v\": 1, \"v\": 1, \"w\": 2}] | unique-names /0/v; w/x-constant /0/w",
      })
  void comparesBetweenTwoReadsNothingThatCameBroken(String first, String second, String expected)
      throws IOException {
    var schema =
        SmallSchema.of(
            """
            "x-persistent-by": "id",
            "items": {"properties": {
              "id": true, "v": {"x-constant": true}, "w": {"x-constant": true}}}
            """,
            Map.of());
    assertThat(SmallSchema.deviations(schema, first, second))
        .extracting(it -> it.split(": ")[0].replaceFirst(".*/(body|properties)/", "").strip())
        .containsExactly(expected.split("; "));
  }

  /** Two malformed ids may be equal after replacement, but different as sent. */
  @Test
  void comparesNoKeyThatCameBroken() throws IOException {
    var schema =
        SmallSchema.of(
            "\"x-unique-by\": \"id\", \"items\": {\"properties\": {\"id\": true}}", Map.of());
    var body = "[{\"id\": \"\u00fe\"}, {\"id\": \"\u00ff\"}, {\"id\": 1, \"id\": 2}, {\"id\": 2}]";
    assertThat(SmallSchema.deviations(schema, body.getBytes(StandardCharsets.ISO_8859_1)))
        .extracting(it -> it.split(": ")[0])
        .containsExactly(
            "openapi.yaml#listBatches/200/body/utf-8 /0/id",
            "openapi.yaml#listBatches/200/body/utf-8 /1/id",
            "openapi.yaml#listBatches/200/body/unique-names /2/id");
  }

  @Test
  void judgesABodyBehindAByteOrderMark() throws IOException {
    var schema = SmallSchema.of("\"type\": \"array\"", Map.of());
    assertThat(SmallSchema.deviations(schema, "\ufeff{}"))
        .containsExactlyInAnyOrder(
            "openapi.yaml#listBatches/200/body/no-byte-order-mark : a byte order mark is in front",
            "type : it is an object");
  }

  @Test
  void countsWhatEachRuleIsPutToTheTestBy() throws IOException {
    var schema =
        SmallSchema.of(
            """
            "type": "array", "x-unique-by": "id", "items": {
              "type": "object", "required": ["id", "n"], "properties": {
                "id": {"type": "string"}, "n": {"minimum": 1, "x-not-more-than": "m"},
                "m": {"anyOf": [{"type": "string"}, {"minimum": 0}]}}}
            """,
            Map.of());
    var body =
        """
        [{"id": "a", "n": 1, "m": 1}, {"id": "b", "n": "x", "m": "y"}, {"id": 7, "n": 0}, {"n": 5}, 8]
        """;
    assertThat(SmallSchema.examined(schema, body))
        .isEqualTo(
            Map.of(
                "type", 1L,
                "x-unique-by", 2L,
                "items/type", 5L,
                "items/required/id", 4L,
                "items/required/n", 4L,
                "items/properties/id/type", 3L,
                "items/properties/n/minimum", 3L,
                "items/properties/n/x-not-more-than", 1L,
                "items/properties/m/anyOf", 2L));
  }
}
