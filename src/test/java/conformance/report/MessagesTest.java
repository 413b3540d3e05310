package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static final Verdict KNOWN =
      new Verdict.Known("It is being mended.", "T-1", "team", LocalDate.of(2026, 12, 31));

  @Test
  void tellsOneDeviation() {
    var finding = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    assertThat(Messages.of(Sample.ruleResult(finding)))
        .isEqualTo(
            """
            at is an RFC 3339 date-time: broken in 1 of 12. /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59

            where     /3/at
            expected  an RFC 3339 date-time
            actual    "2024-02-29T04:22:89Z"
            why       second 89 is outside 0-59

            source    Response > at (stated)
            category  Invalid timestamp
            rule      things/thing.schema.json#/properties/at/format (must)
            request   traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
            show it   curl -sS -H "Authorization: Bearer $TARGET_TOKEN" -H 'Accept: application/json' \
            'http://localhost:8080/things/o1/all' | jq '.[3].at'""");
  }

  @Test
  void tellsManyDeviationsByTheirFirstPlaces() {
    assertThat(many())
        .startsWith(
            """
            at is an RFC 3339 date-time: broken in 412 of 5,000. /0/at is "": it is none

            where     /0/at
            expected  a time
            actual    ""
            why       it is none

            where     /1/at
            """)
        .doesNotContain("/5/at");
  }

  @Test
  void tellsManyDeviationsByTheirValues() {
    assertThat(many())
        .contains(
            """
            where     /4/at
            expected  a time
            actual    "noon"
            why       it is none

            407 more places

            values    "" (300 times), "noon" (112 times)

            source    Response > at (stated)
            category  Invalid timestamp
            rule      things/thing.schema.json#/properties/at/format (should)
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {"5 = \"4\" (1 time)", "6 = \"4\" (1 time), and others"})
  void tellsTheFirstValues(int values, String end) {
    var deviations =
        IntStream.range(0, values)
            .mapToObj(i -> new Deviation("/%d/at".formatted(i), "", "\"%d\"".formatted(i), ""))
            .toArray(Deviation[]::new);
    var finding = Sample.finding(Level.MUST, 9, deviations);
    assertThat(Messages.values(Sample.ruleResult(finding))).endsWith(end);
  }

  private static String many() {
    var deviations =
        IntStream.range(0, 412)
            .mapToObj(i -> new Deviation("/%d/at".formatted(i), "a time", value(i), "it is none"))
            .toArray(Deviation[]::new);
    var finding = Sample.finding(Level.SHOULD, 5_000, deviations);
    return Messages.of(Sample.ruleResult(finding));
  }

  private static String value(int i) {
    return i < 4 || i >= 116 ? "\"\"" : "\"noon\"";
  }

  @Test
  void tellsAKnownDeviationWithWhyByWhomAndUntilWhenItIsAccepted() {
    var finding = Sample.with(KNOWN, Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    assertThat(Messages.of(Sample.ruleResult(finding)))
        .startsWith("known: at is an RFC 3339 date-time: broken in 1 of 12. /3/at is \"2024")
        .contains(
            """
            why       second 89 is outside 0-59

            accepted  until 2026-12-31: It is being mended. Ticket: T-1. Owner: team.

            source    Response > at (stated)
            category  Invalid timestamp, known
            """);
  }

  @Test
  void tellsWhyARuleIsNotDemonstrated() {
    var finding = Sample.finding(Level.MUST, 0);
    assertThat(Messages.of(Sample.ruleResult(finding)))
        .isEqualTo(
            """
            not demonstrated, nothing in the response put it to the test: at is an RFC 3339 date-time

            source    Response > at (stated)
            rule      things/thing.schema.json#/properties/at/format (must)""");
  }

  @Test
  void tellsWhyARuleIsNotApplicable() {
    var off = new Verdict.NotApplicable("writes are not probed");
    var finding = Sample.with(off, Sample.finding(Level.MUST, 0));
    assertThat(Messages.firstLine(Sample.ruleResult(finding)))
        .isEqualTo("not applicable, writes are not probed: at is an RFC 3339 date-time");
  }

  @Test
  void tellsThatARuleIsKept() {
    assertThat(Messages.firstLine(Sample.ruleResult(Sample.finding(Level.MUST, 12))))
        .isEqualTo("kept: at is an RFC 3339 date-time");
  }

  @Test
  void callsTheEmptyPointerTheBody() {
    var deviation = new Deviation("", "a list", "{}", "it is an object");
    assertThat(Messages.headline(Sample.ruleResult(Sample.finding(Level.MUST, 1, deviation))))
        .isEqualTo(
            "at is an RFC 3339 date-time: broken in 1 of 1. the body is {}: it is an object");
  }
}
