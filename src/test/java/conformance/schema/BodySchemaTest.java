package conformance.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.ContractReader;
import conformance.contract.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodySchemaTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final BodySchema BATCHES = batches();

  private static final String BATCH =
      """
      {"batch_id": "3c90c3cc0d444b5088888dd25736052a", "humanized_created_at": "5 minutes ago",
       "created_at": "2024-01-23T05:14:37Z", "updated_at": "2024-02-29T04:22:59Z",
       "status": "executed", "from_phone_number": "+19876543007", "file_name": "customers.csv",
       "valid_contacts": 7, "total_contacts": 11, "execution_status": {"completed": 1}}""";

  private static final String OTHER = BATCH.replace("36052a", "36052b");

  /** Changes a conforming batch: old text, new text, then {@code rule location: reason}. */
  static Stream<Arguments> valuesThatDeviate() {
    return Stream.of(
        arguments(
            "2024-02-29T04:22:59Z",
            "2024-02-29T04:22:89Z",
            "updated_at/format /0/updated_at: second 89 is outside 0-59"),
        arguments(
            "2024-01-23T05:14:37Z",
            "2024-01-23T05:14:60Z",
            "created_at/format /0/created_at: second 60 is a leap second, and there is none but at 23:59:60 UTC"),
        arguments(
            "2024-02-29T04:22:59Z",
            "2023-02-29T04:22:59Z",
            "updated_at/format /0/updated_at: day 29 is outside 1-28, the days of 2023-02"),
        arguments(
            "2024-02-29T04:22:59Z",
            "2024-02-29T04:22:59",
            "updated_at/format /0/updated_at: it has no time zone: Z or an offset such as +00:00 is missing"),
        arguments(
            "2024-02-29T04:22:59Z",
            "2024-02-29T24:00:00Z",
            "updated_at/format /0/updated_at: hour 24 is outside 0-23"),
        arguments(
            "2024-02-29T04:22:59Z",
            "\u0662024-02-29T04:22:59Z",
            "updated_at/format /0/updated_at: it does not have the shape YYYY-MM-DDThh:mm:ss, optional fraction, Z or +hh:mm"),
        arguments(
            "\"+19876543007\"",
            "\"+19876543007\\n\"",
            "from_phone_number/pattern /0/from_phone_number: character 13, \"\\n\", is not allowed there"),
        arguments(
            "\"+19876543007\"",
            "\"+2101234567\"",
            "from_phone_number/x-calling-code /0/from_phone_number: no country code that begins with 210 is assigned"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": 7.5",
            "valid_contacts/type /0/valid_contacts: it is a number with a fraction"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": 7.0",
            "valid_contacts/x-integer-literal /0/valid_contacts: it is a whole number, but written with a fraction or an exponent"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": 7.0000000000000000001",
            "valid_contacts/type /0/valid_contacts: it is a number with a fraction"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": \"7\"",
            "valid_contacts/type /0/valid_contacts: it is a string"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": true",
            "valid_contacts/type /0/valid_contacts: it is a boolean"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": -1",
            "valid_contacts/minimum /0/valid_contacts: -1 is too small"),
        arguments(
            "\"total_contacts\": 11",
            "\"total_contacts\": 9223372036854775808",
            "total_contacts/maximum /0/total_contacts: 9223372036854775808 is too large"),
        arguments("\"executed\"", "null", "status/type /0/status: it is null"),
        arguments(
            "\"executed\"",
            "\"Executed\"",
            "status/enum /0/status: it is written differently from \"executed\""),
        arguments(
            "\"executed\"",
            "\"running\"",
            "status/enum /0/status: it is none of the 4 documented values"),
        arguments(
            "\"executed\"",
            "\"scheduled\"",
            "then/required/scheduled_at /0: the property is missing"),
        arguments(
            "\"status\"",
            "\"Status\"",
            "required/status /0: the property is missing\n"
                + "additionalProperties /0/Status: the documentation names no property \"Status\""),
        arguments(
            "{\"completed\": 1}",
            "{\"completed\": \"1\", \"a/b~\": 0}",
            "additionalProperties/type /0/execution_status/completed: it is a string\n"
                + "propertyNames /0/execution_status/a~1b~0: the documentation names no \"a/b~\""),
        arguments("customers.csv", "", "file_name/minLength /0/file_name: it is empty"),
        arguments(
            "customers.csv",
            "a/b.txt",
            "file_name/allOf/0/pattern /0/file_name: it ends in \"a/b.txt\"\n"
                + "file_name/allOf/1/pattern /0/file_name: character 2, \"/\", is not allowed there"),
        arguments(
            "\"file_name\"",
            "\"status\"",
            "body/unique-names /0/status: the name \"status\" stands twice in the same object\n"
                + "required/file_name /0: the property is missing"),
        arguments(
            "\"valid_contacts\": 7",
            "\"valid_contacts\": 1e400000",
            "body/bounds /0/valid_contacts: the number has more than 10,000 digits when written out"),
        arguments(
            "\"executed\"",
            "\"executed\", \"scheduled_at\": \"2024-01-29T08:30:00+05:30\"",
            "scheduled_at/pattern /0/scheduled_at: it ends in \"00+05:30\""));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("valuesThatDeviate")
  void reportsAValueThatDeviatesAtItsPlace(String old, String changed, String expected)
      throws IOException {
    assertThat(BATCH).contains(old);
    var body = "[" + BATCH.replace(old, changed) + ", " + OTHER + "]";
    assertThat(deviations(body.getBytes(UTF_8))).containsExactlyInAnyOrder(expected.split("\n"));
  }

  static Stream<Arguments> bodiesThatDeviate() {
    return Stream.of(
        arguments("", UTF_8, "json : there is no JSON value in the body"),
        arguments(" \n", UTF_8, "json : there is no JSON value in the body"),
        arguments(
            "<!DOCTYPE html><p>Sorry", UTF_8, "json : the body is markup (HTML or XML), not JSON"),
        arguments("{}", UTF_8, "list.schema.json#/type : it is an object"),
        arguments("[null]", UTF_8, "type /0: it is null"),
        arguments("[", UTF_8, "json : line 1, column 2: the body ends within a value"),
        arguments(
            "[" + BATCH, UTF_8, "json : line 4, column 82, at /0: the body ends within a value"),
        arguments(
            "[" + BATCH + "][]",
            UTF_8,
            "json : line 4, column 83: a second JSON value starts after the end of the first"),
        arguments(
            "[" + BATCH.replace("7,", "NaN,") + "]",
            UTF_8,
            "json /0/valid_contacts: line 4, column 20: NaN is not a JSON number"),
        arguments("[" + BATCH + "]", UTF_16, "utf-8 : the body is UTF-16BE, not UTF-8"),
        arguments("[" + BATCH + "]", UTF_16LE, "utf-8 : the body is UTF-16LE, not UTF-8"),
        arguments(
            "\uFEFF[" + BATCH + "]", UTF_8, "no-byte-order-mark : a byte order mark is in front"),
        arguments(
            "[" + BATCH + "," + OTHER.replace("customers", "kunden-m\u00fcnchen") + "]",
            ISO_8859_1,
            "utf-8 /1/file_name: the bytes FC are not UTF-8 (the value is read with U+FFFD in their place)"));
  }

  @ParameterizedTest
  @MethodSource("bodiesThatDeviate")
  void reportsABodyThatDeviates(String body, Charset charset, String expected) throws IOException {
    assertThat(deviations(body.getBytes(charset))).hasSize(1).first().asString().endsWith(expected);
  }

  @Test
  void reportsEveryFaultOfABody() throws IOException {
    var body =
        "["
            + BATCH.replace("executed", "done")
            + ","
            + OTHER
            + ","
            + BATCH.replace("36052a", "36052c").replace("+1", "1").replace("7,", "7.5,")
            + "]";
    assertThat(deviations(body.getBytes(UTF_8)))
        .containsExactlyInAnyOrder(
            "status/enum /0/status: it is none of the 4 documented values",
            "valid_contacts/type /2/valid_contacts: it is a number with a fraction",
            "from_phone_number/pattern /2/from_phone_number: character 1, \"1\", is not allowed there");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
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
    assertThat(BATCH).contains(old);
    assertThat(deviations(("[" + BATCH.replace(old, changed) + "]").getBytes(UTF_8))).isEmpty();
  }

  @Test
  void countsHowOftenEachRuleIsExamined() throws IOException {
    var tally = new Tally(BATCHES.rules());
    var scheduled =
        OTHER.replace("\"executed\"", "\"scheduled\", \"scheduled_at\": \"2024-01-29T08:30:00Z\"");
    BATCHES.examine(
        new ByteArrayInputStream(("[" + BATCH + "," + scheduled + ",7]").getBytes(UTF_8)),
        tally,
        Optional.empty(),
        BATCHES.memory(Instant.EPOCH));
    var examined =
        tally.results().stream().map(it -> it.rule().id() + " " + it.examined()).toList();
    assertThat(examined)
        .contains(
            "batches/batch-list.schema.json#/type 1",
            "batches/batch.schema.json#/type 3",
            "batches/batch.schema.json#/required/status 2",
            "batches/batch.schema.json#/properties/updated_at/format 2",
            "batches/batch.schema.json#/properties/scheduled_at/format 1",
            "batches/batch.schema.json#/then/required/scheduled_at 1",
            "batches/batch.advice.schema.json#/additionalProperties 2",
            "batches/execution-status.advice.schema.json#/propertyNames 2",
            "batches/openapi.yaml#listBatches/200/body/json 1",
            "batches/openapi.yaml#listBatches/200/body/unique-names 4");
  }

  private static List<String> deviations(byte[] body) throws IOException {
    var tally = new Tally(BATCHES.rules());
    BATCHES.examine(
        new ByteArrayInputStream(body), tally, Optional.empty(), BATCHES.memory(Instant.EPOCH));
    return tally.results().stream()
        .flatMap(
            it ->
                it.deviations().stream()
                    .map(
                        deviation ->
                            "%s %s: %s"
                                .formatted(
                                    it.rule()
                                        .id()
                                        .replaceFirst(
                                            "^batches/batch.(advice.)?schema.json#/(properties/)?",
                                            "")
                                        .replaceFirst(
                                            "^batches/execution-status.(advice.)?schema.json#/", "")
                                        .replaceFirst("^batches/openapi.yaml#listBatches/200/", ""),
                                    deviation.location(),
                                    deviation.reason())))
        .toList();
  }

  private static BodySchema batches() {
    var contract = ContractReader.read(SCHEMAS, "batches");
    return BodySchema.load(SCHEMAS, contract, contract.operations().get(0));
  }
}
