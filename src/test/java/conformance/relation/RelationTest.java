package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Relations between the properties of one object, and to the time of the response. */
class RelationTest {
  private static final Map<String, Function<JsonNode, Relation>> RELATIONS =
      Map.of(
          "x-not-more-than", Relation::notMoreThan,
          "x-not-after", Relation::notAfter,
          "x-not-before", Relation::notBefore,
          "x-not-in-future", Relation::notInFuture,
          "x-age-of", Relation::ageOf);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2024-03-10T12:00:00Z");

  private static final String NONE = "not judged";
  private static final String HOLDS = "holds";

  @ParameterizedTest
  @CsvSource({
    "7, 11, holds",
    "11, 11, holds",
    "7, 7.0, holds",
    "7.0, 7, holds",
    "70e-1, 7, holds",
    "7, 18446744073709551616, holds",
    "-7, -7.5, -7 is more than b -7.5",
    "12, 11, 12 is more than b 11",
    "7.01, 7, 7.01 is more than b 7",
    "18446744073709551617, 18446744073709551616, 18446744073709551617 is more than b 18446744073709551616",
    "-1, -2, -1 is more than b -2",
    "'\"12\"', 11, not judged",
    "12, '\"11\"', not judged",
    "12, null, not judged",
    "true, 0, not judged",
    "12, , not judged",
  })
  void comparesNumbers(String a, String b, String expected) {
    assertThat(judge("x-not-more-than", "\"b\"", a, b)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-10T12:00:00Z, 2024-03-10T12:00:00Z, same",
    "2024-03-10T12:00:00Z, 2024-03-10T12:00:01Z, earlier",
    "2024-03-10T12:00:01Z, 2024-03-10T12:00:00Z, later",
    "2024-03-10T17:30:00+05:30, 2024-03-10T12:00:00Z, same",
    "2024-03-10T07:00:00-05:00, 2024-03-10T12:00:00+00:00, same",
    "2024-03-10T17:29:59+05:30, 2024-03-10T12:00:00Z, earlier",
    "2024-03-11T01:00:00+14:00, 2024-03-10T12:00:00Z, earlier",
    "2024-03-11T11:59:01+23:59, 2024-03-10T12:00:00Z, later",
    "2024-03-09T12:01:00-23:59, 2024-03-10T12:00:00Z, same",
    "2024-03-10T12:00:00.000000001Z, 2024-03-10T12:00:00Z, later",
    "2024-03-10T12:00:00.0000000000009Z, 2024-03-10T12:00:00Z, same",
    "2024-03-10T12:00:00.10Z, 2024-03-10T12:00:00.1Z, same",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z, earlier",
    "2016-12-31T23:59:60.5Z, 2017-01-01T00:00:00.2Z, earlier",
    "2016-12-31T23:59:60.5Z, 2016-12-31T23:59:59.9Z, later",
    "2017-01-01T05:29:60+05:30, 2016-12-31T23:59:59Z, later",
    "2024-03-10t12:00:00z, 2024-03-10T12:00:00Z, same",
    "2024-03-10T12:00:00-00:00, 2024-03-10T12:00:00Z, same",
    "0000-01-01T00:00:00Z, 0001-01-01T00:00:00Z, earlier",
  })
  void comparesPointsInTime(String a, String b, String order) {
    var after = "%s is after b %s".formatted(a, b);
    assertThat(judge("x-not-after", "\"b\"", quoted(a), quoted(b)))
        .isEqualTo(order.equals("later") ? after : HOLDS);
    var before = "%s is before b %s".formatted(a, b);
    assertThat(judge("x-not-before", "\"b\"", quoted(a), quoted(b)))
        .isEqualTo(order.equals("earlier") ? before : HOLDS);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-30T12:00:00Z, 2024-02-01T00:00:00Z",
    "2024-03-10T12:00:89Z, 2024-02-01T00:00:00Z",
    "2024-03-10T12:00:00, 2024-02-01T00:00:00Z",
    "2024-03-10T12:00:00+24:00, 2024-02-01T00:00:00Z",
    "2024-03-10T12:00:00+05:60, 2024-02-01T00:00:00Z",
    "2024-03-10 12:00:00Z, 2024-02-01T00:00:00Z",
    "2024-03-10T12:00:00Z, yesterday",
    "2024-03-10T12:00:00Z, ''",
  })
  void comparesNothingThatIsNoPointInTime(String a, String b) {
    assertThat(judge("x-not-after", "\"b\"", quoted(a), quoted(b))).isEqualTo(NONE);
    assertThat(judge("x-not-before", "\"b\"", quoted(b), quoted(a))).isEqualTo(NONE);
  }

  @Test
  void comparesNothingWithAPropertyThatIsNotThere() {
    var time = quoted("2024-03-10T12:00:00Z");
    assertThat(judge("x-not-after", "\"b\"", time, null)).isEqualTo(NONE);
    assertThat(judge("x-not-after", "\"b\"", time, "20240310")).isEqualTo(NONE);
    assertThat(judge("x-not-after", "\"b\"", "20240310", time)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-10T11:00:00Z, holds",
    "2024-03-10T12:05:00Z, holds",
    "2024-03-10T17:35:00+05:30, holds",
    "2024-03-10T12:05:00.001Z, '2024-03-10T12:05:00.001Z is after the response, which was made at 2024-03-10T12:00:00Z'",
    "2024-03-11T12:00:00Z, '2024-03-11T12:00:00Z is after the response, which was made at 2024-03-10T12:00:00Z'",
    "tomorrow, not judged",
  })
  void comparesWithTheTimeOfTheResponse(String time, String expected) {
    assertThat(judge("x-not-in-future", "\"PT5M\"", quoted(time), null)).isEqualTo(expected);
  }

  @Test
  void comparesNothingWithATimeOfTheResponseThatIsNotKnown() {
    var value = JSON.readTree("\"2999-01-01T00:00:00Z\"");
    var keywordValue = JSON.readTree("\"PT5M\"");
    assertThat(
            Relation.notInFuture(keywordValue)
                .compare(value, JSON.createObjectNode(), Optional.empty()))
        .isEmpty();
    assertThat(
            Relation.ageOf(JSON.readTree("{\"of\": \"b\", \"skew\": \"PT5M\"}"))
                .compare(
                    JSON.readTree("\"a day ago\""),
                    JSON.readTree("{\"b\": \"2024-03-10T12:00:00Z\"}"),
                    Optional.empty()))
        .isEmpty();
  }

  @Test
  void comparesAnAgeInWords() {
    var keywordValue = "{\"of\": \"b\", \"skew\": \"PT5M\"}";
    var yesterday = quoted("2024-03-09T11:00:00Z");
    assertThat(judge("x-age-of", keywordValue, quoted("a day ago"), yesterday)).isEqualTo(HOLDS);
    assertThat(judge("x-age-of", keywordValue, quoted("3 days ago"), yesterday))
        .isEqualTo(
            "3 days ago does not fit b 2024-03-09T11:00:00Z in a response of 2024-03-10T12:00:00Z");
    assertThat(judge("x-age-of", keywordValue, quoted("now"), quoted("2024-03-10T11:53:00.5Z")))
        .isEqualTo(HOLDS);
    assertThat(judge("x-age-of", keywordValue, quoted("now"), quoted("2024-03-10T11:52:59.9Z")))
        .isEqualTo(
            "now does not fit b 2024-03-10T11:52:59.9Z in a response of 2024-03-10T12:00:00Z");
    assertThat(judge("x-age-of", keywordValue, quoted("gestern"), yesterday)).isEqualTo(NONE);
    assertThat(judge("x-age-of", keywordValue, quoted("a day ago"), quoted("soon")))
        .isEqualTo(NONE);
    assertThat(judge("x-age-of", keywordValue, quoted("a day ago"), null)).isEqualTo(NONE);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** The reason, HOLDS or NONE; all arguments are JSON. */
  private static String judge(String keyword, String keywordValue, String a, String b) {
    var object = JSON.readTree(b == null ? "{}" : "{\"b\": %s}".formatted(b));
    return RELATIONS
        .get(keyword)
        .apply(JSON.readTree(keywordValue))
        .compare(JSON.readTree(a), object, Optional.of(NOW))
        .map(it -> it.reason().orElse(HOLDS))
        .orElse(NONE);
  }
}
