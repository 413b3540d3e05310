package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.ResponseHead;
import conformance.contract.ResponseHead.Header;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  @Test
  void readsTheFirstDate() {
    assertThat(HttpDate.of(with(" Sun, 06 Nov 1994 08:49:37 GMT", "later")))
        .contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void readsADateInEachOfItsForms(String date) {
    assertThat(HttpDate.of(with(date))).contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sat, 31 Dec 2016 23:59:60 GMT", "Sat Dec 31 23:59:60 2016"})
  void readsALeapSecond(String date) {
    assertThat(HttpDate.of(with(date))).contains(Instant.parse("2016-12-31T23:59:59Z"));
  }

  @Test
  void takesAYearOfTwoDigitsForTheNearOne() {
    assertThat(HttpDate.of(with("Thursday, 26-Nov-26 06:00:00 GMT")))
        .contains(Instant.parse("2026-11-26T06:00:00Z"));
  }

  @Test
  void takesAYearForOneOfThePastIfItIsMoreThanFiftyYearsAhead() {
    var now = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    for (var ahead : List.of(-49, 0, 50)) {
      var then = now.plusYears(ahead).atTime(6, 0).atOffset(ZoneOffset.UTC);
      var date = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH);
      assertThat(HttpDate.of(with(date.format(then)))).contains(then.toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "1994-11-06T08:49:37Z",
        "Sat, 31 Dec 2016 12:60 GMT",
        "Sun, 06 Nov 1994 08:61:37 GMT",
        "Wed, 32 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT and more",
        "Mon, 06 Nov 1994 08:49:37 GMT"
      })
  void goesWithoutADateThatIsNone(String date) {
    assertThat(HttpDate.of(with(date))).isEmpty();
  }

  private static ResponseHead with(String... dates) {
    return new ResponseHead(200, Stream.of(dates).map(it -> new Header("Date", it)).toList());
  }

  /** Java's own formatter for RFC 1123 writes it so. */
  @Test
  void readsADayOfOneDigit() {
    assertThat(HttpDate.parse("Tue, 1 Dec 2026 00:02:03 GMT"))
        .contains(Instant.parse("2026-12-01T00:02:03Z"));
  }
}
