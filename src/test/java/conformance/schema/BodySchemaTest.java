package conformance.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BodySchemaTest {
  @BeforeAll
  static void load() {
    Batch.load();
  }

  static Stream<Arguments> bodiesThatDeviate() {
    return Stream.of(
        arguments("", UTF_8, "json : there is no JSON value in the body"),
        arguments(" \n", UTF_8, "json : there is no JSON value in the body"),
        arguments(
            "<!DOCTYPE html><p>Sorry", UTF_8, "json : the body is markup (HTML or XML), not JSON"),
        arguments("{}", UTF_8, "type : it is an object"),
        arguments("[null]", UTF_8, "type /0: it is null"),
        arguments("[", UTF_8, "json : line 1, column 2: the body ends within a value"),
        arguments(
            "[" + Batch.JSON,
            UTF_8,
            "json : line 4, column 82, at /0: the body ends within a value"),
        arguments(
            "[" + Batch.JSON + "][]",
            UTF_8,
            "json : line 4, column 83: a second JSON value starts after the end of the first"),
        arguments(
            "[" + Batch.JSON.replace("7,", "NaN,") + "]",
            UTF_8,
            "json /0/valid_contacts: line 4, column 20: NaN is not a JSON number"),
        arguments("[" + Batch.JSON + "]", UTF_16, "utf-8 : the body is UTF-16BE, not UTF-8"),
        arguments("[" + Batch.JSON + "]", UTF_16LE, "utf-8 : the body is UTF-16LE, not UTF-8"),
        arguments(
            "\uFEFF[" + Batch.JSON + "]",
            UTF_8,
            "no-byte-order-mark : a byte order mark is in front"),
        arguments(
            "[" + Batch.JSON + "," + Batch.OTHER.replace("customers", "kunden-m\u00fcnchen") + "]",
            ISO_8859_1,
            "utf-8 /1/file_name: the bytes FC are not UTF-8 (the value is read with U+FFFD in their place)"));
  }

  @ParameterizedTest
  @MethodSource("bodiesThatDeviate")
  void reportsABodyThatDeviates(String body, Charset charset, String expected) throws IOException {
    assertThat(Batch.deviations(body.getBytes(charset)))
        .hasSize(1)
        .first()
        .asString()
        .endsWith(expected);
  }

  @Test
  void reportsEveryFaultOfABody() throws IOException {
    var body =
        "["
            + Batch.JSON.replace("executed", "done")
            + ","
            + Batch.OTHER
            + ","
            + Batch.JSON.replace("36052a", "36052c").replace("+1", "1").replace("7,", "7.5,")
            + "]";
    assertThat(Batch.deviations(body.getBytes(UTF_8)))
        .containsExactlyInAnyOrder(
            "status/enum /0/status: it is none of the 4 documented values",
            "valid_contacts/type /2/valid_contacts: it is a number with a fraction",
            "from_phone_number/pattern /2/from_phone_number: character 1, \"1\", is not allowed there, only \"+\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-23T05:14:37Z, 2016-12-31T23:59:60Z",
    "2024-01-23T05:14:37Z, 2024-01-23T05:14:37.123456Z",
    "2024-01-23T05:14:37Z, 2024-01-23T05:14:37.1234567890123456789012345Z",
    "2024-01-23T05:14:37Z, 2024-01-23t05:14:37z",
    "2024-01-23T05:14:37Z, 2024-01-23T05:14:37-00:00",
    "customers.csv, K\u00fcnden \uD83D\uDE00.CSV",
    "+19876543007, +12",
    "+19876543007, +447700900123456",
  })
  void findsNoFaultWithAValueThatConforms(String old, String changed) throws IOException {
    assertThat(Batch.JSON).contains(old);
    assertThat(Batch.deviations(("[" + Batch.JSON.replace(old, changed) + "]").getBytes(UTF_8)))
        .isEmpty();
  }

  @Test
  void countsHowOftenEachRuleIsExamined() throws IOException {
    var scheduled =
        Batch.OTHER.replace(
            "\"executed\"", "\"scheduled\", \"scheduled_at\": \"2024-01-29T08:30:00Z\"");
    var examined =
        Batch.examine(("[" + Batch.JSON + "," + scheduled + ",7]").getBytes(UTF_8)).stream()
            .map(it -> it.rule().id() + " " + it.examined())
            .toList();
    assertThat(examined)
        .contains(
            "batches/batch-list.schema.json#/type 1",
            "batches/batch.schema.json#/type 3",
            "batches/batch.schema.json#/required/status 2",
            "batches/batch.schema.json#/properties/updated_at/format 2",
            "batches/batch.schema.json#/properties/scheduled_at/format 1",
            "batches/batch.schema.json#/then/required/scheduled_at 1",
            "batches/batch.advice.schema.json#/additionalProperties 2",
            "batches/calls.advice.schema.json#/propertyNames 2",
            "batches/openapi.yaml#listBatches/200/body/json 1",
            "batches/openapi.yaml#listBatches/200/body/bounds 1",
            "batches/openapi.yaml#listBatches/200/body/no-byte-order-mark 1",
            "batches/openapi.yaml#listBatches/200/body/utf-8 38",
            "batches/openapi.yaml#listBatches/200/body/unique-names 4");
  }
}
