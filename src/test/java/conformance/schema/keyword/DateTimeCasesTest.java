package conformance.schema.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.relation.DateTime;
import conformance.schema.file.SchemaFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * The date-time cases of the JSON-Schema-Test-Suite (2020-12, optional/format), and leap seconds.
 */
class DateTimeCasesTest {
  private static final String ID = "https://batch-contract.example/schemas/date-time";
  private static final Judge DATE_TIME =
      Judge.factory(
              new SchemaFiles(
                  "https://batch-contract.example/schemas/",
                  Map.of(
                      ID,
                      new JsonMapper()
                          .readTree("{\"$id\": \"%s\", \"format\": \"date-time\"}".formatted(ID)))),
              new Counters(List.of(), List.of()))
          .judge(ID);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "true, 1963-06-19T08:30:06.283185Z",
    "true, 1963-06-19T08:30:06Z",
    "true, 1937-01-01T12:00:27.87+00:20",
    "true, 1990-12-31T15:59:50.123-08:00",
    "true, 1998-12-31T23:59:60Z",
    "true, 1998-12-31T15:59:60.123-08:00",
    "true, 1963-06-19t08:30:06.283185z",
    "false, 1998-12-31T23:59:61Z",
    "false, 1998-12-31T23:58:60Z",
    "false, 1998-12-31T22:59:60Z",
    "false, 1990-02-31T15:59:59.123-08:00",
    "false, 1990-12-31T15:59:59-24:00",
    "false, 1963-06-19T08:30:06.28123+01:00Z",
    "false, 06/19/1963 08:30:06 PST",
    "false, 2013-350T01:01:01",
    "false, 1963-6-19T08:30:06.283185Z",
    "false, 1963-06-1T08:30:06.283185Z",
    "false, 1963-06-1\u09eaT00:00:00Z",
    "false, 1963-06-11T0\u09ea:00:00Z",
    "false, +11963-06-19T08:30:06.283185Z",
    "false, 1998-12-31T23:59:60+01:00",
    "false, 2100-02-29T00:00:00Z",
    "true, 2000-02-29T00:00:00Z",
    "true, 0000-01-01T00:00:00Z",
    "true, 2030-12-31T23:59:60Z",
    "true, 2027-07-01T05:29:60.5+05:30",
    "true, 2028-02-29T18:29:60-05:30",
    "true, 2024-01-31T23:59:60Z",
    "false, 2028-02-28T23:59:60Z",
    "false, 2030-12-31T22:59:60Z",
    "false, 2030-12-31T23:58:60Z",
    "false, 2030-12-31T23:59:61Z",
    "false, 2030-12-31T23:59:60+24:00",
    "false, 2030-12-31 23:59:60Z"
  })
  void judgesADateTimeAsRfc3339Does(boolean valid, String text) {
    var evaluation = new Evaluation(0, Optional.of(Instant.EPOCH));
    var value = StringNode.valueOf(text);
    assertThat(
            DATE_TIME.judge(value, evaluation).stream().map(error -> error.assertion().keyword()))
        .containsExactlyElementsOf(valid ? List.of() : List.of("format"));
    if (!valid) {
      assertThat(DateTime.of(text).reason()).as("the reason in words").isPresent();
    }
  }
}
