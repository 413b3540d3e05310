package conformance.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import conformance.contract.Deviation;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {
  private static final PersonalData PERSONAL = new PersonalData(Set.of("from_phone_number"));

  @BeforeAll
  static void load() {
    Batch.load();
  }

  @Test
  void knowsWhatTheFilesOfItsOwnFolderMark() {
    var personal = "\"properties\": {\"%s\": {\"x-personal\": true}, \"d\": true}";
    var schema =
        SmallSchema.of(
            "\"$ref\": \"deep.schema.json\"",
            Map.of(
                "deep.schema.json", "\"items\": {%s}".formatted(personal.formatted("a")),
                "other.schema.json", personal.formatted("b"),
                "../batche2/other.schema.json", personal.formatted("c")));
    assertThat(schema.personal().names()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void showsValuesOfOtherProperties() throws IOException {
    var body = "[" + Batch.JSON.replace("\"executed\"", "\"run 1987\"") + "]";
    assertThat(Batch.examine(body.getBytes(UTF_8)).stream().map(PERSONAL::mask))
        .flatExtracting(it -> it.deviations())
        .extracting(Deviation::actual)
        .containsExactly("\"run 1987\"");
    assertThat(Batch.examine(body.getBytes(UTF_8)).stream().map(PERSONAL::mask))
        .flatExtracting(it -> it.values().keySet())
        .containsExactly("\"run 1987\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      # the value as JSON | how it is shown | why it deviates
      "+19876543007\\n" | "+###########\\n" | character 13, "\\n", is not allowed there
      "19876543007" | "###########" | character 1, a digit, is not allowed there, only "+"
      "+1 (987) 654-3007" | "+# (###) ###-####" | character 3, a space, is not allowed there
      "+1987654300x" | "+##########x" | character 12, a letter, is not allowed there
      "tel:Ada Love" | "xxx:Xxx Xxxx" | character 1, a letter, is not allowed there, only "+"
      "+2101234567" | "+##########" | no country code that begins with 210 is assigned
      19876543007 | ########### | it is an integer
      ["+19876543007"] | ["+###########"] | it is an array
      {"e164": 19876543007} | {"x###":###########} | it is an object
      null | null | it is null
      """)
  void showsWhatIsWrongButNotWhose(String value, String shown, String reason) throws IOException {
    var body = "[" + Batch.JSON.replace("\"+19876543007\"", value) + "]";
    assertThat(Batch.examine(body.getBytes(UTF_8)).stream().map(PERSONAL::mask))
        .flatExtracting(it -> it.deviations())
        .extracting(Deviation::actual, Deviation::reason)
        .containsExactly(tuple(shown, reason));
    assertThat(Batch.examine(body.getBytes(UTF_8)).stream().map(PERSONAL::mask))
        .flatExtracting(it -> it.values().keySet())
        .containsExactly(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {"from_phone_number": "+1987", "status": "1987"} | {"from_phone_number": "+####", "status": "1987"}
      {"from_phone_number":"+19 | {"from_phone_number":"+##
      {"from_phone_number":"+19\\ | {"from_phone_number":"+##\\
      {"from_phone_number":"a\\"b1... (3 characters)","x":"1"} | {"from_phone_number":"x\\"x#... (# xxxxxxxxxx)","x":"1"}
      {"from_phone_number" : 1987 , "a": 7} | {"from_phone_number" : #### , "a": 7}
      {"from_phone_number": ["+1", {"a": 2}], "a": [7]} | {"from_phone_number": ["+#", {"x": #}], "a": [7]}
      {"from_phone_number": null, "a": 7} | {"from_phone_number": null, "a": 7}
      {"from\\u005fphone_number": "+1987"} | {"from\\u005fphone_number": "+####"}
      {"from_phone\\u004eumber": "+1987"} | {"from_phone\\u004eumber": "+####"}
      {"fromPhoneNumber": "+1987"} | {"fromPhoneNumber": "+####"}
      {"a": "from_phone_number", "b": "+1987"} | {"a": "from_phone_number", "b": "+1987"}
      {"a": "b\\\\", "from_phone_number": "+1987"} | {"a": "b\\\\", "from_phone_number": "+####"}
      <p>"1987" | <p>"1987"
      """)
  void masksTheValuesInTheBeginningOfABody(String body, String shown) {
    assertThat(PERSONAL.inJson(body)).isEqualTo(shown);
  }

  @Test
  void masksTheValueThatAReasonBeginsWith() throws IOException {
    var schema =
        SmallSchema.of(
            """
            "properties": {"b": true, "a": {"x-age-of": {"of": "b", "skew": "PT5M"}}}
            """,
            Map.of());
    var body = "{\"a\": \"an hour ago\", \"b\": \"2024-03-01T12:00:00Z\"}";
    assertThat(SmallSchema.read(schema, body).results())
        .flatExtracting(it -> new PersonalData(Set.of("a")).mask(it).deviations())
        .extracting(Deviation::reason)
        .containsExactly(
            "xx xxxx xxx does not fit b 2024-03-01T12:00:00Z in a response of"
                + " 2024-03-10T12:00:00Z");
  }

  @Test
  void masksTheValueOfAPropertyThatIsNearlyCalledSo() throws IOException {
    var body =
        "[" + Batch.JSON.replace("\"status\"", "\"From-Phone-Number\": 1987, \"status\"") + "]";
    assertThat(Batch.examine(body.getBytes(UTF_8)).stream().map(PERSONAL::mask))
        .flatExtracting(it -> it.deviations())
        .extracting(Deviation::actual, Deviation::reason)
        .containsExactly(
            tuple(
                "\"From-Phone-Number\": ####",
                "the documentation names no property \"From-Phone-Number\""));
  }

  @Test
  void masksTheValueWhereverAMessageShowsIt() {
    var wrapped = "{\"data\":[{\"from_phone_number\":\"+19876543007\",\"status\":\"queued\"}]}";
    assertThat(PERSONAL.inJson(wrapped)).contains("\"+###########\"", "queued");
    assertThat(PERSONAL.inJson("x".repeat(200_000))).hasSize(200_000);
  }
}
