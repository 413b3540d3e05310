package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

  @Test
  void knowsAFieldByItsNameInAnyCase() {
    var head =
        new ResponseHead(
            200, List.of(new Header("Via", "a"), new Header("X", "-"), new Header("via", "b")));
    assertThat(head.values("VIA")).containsExactly("a", "b");
    assertThat(head.values("Vi")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"429, true", "503, true", "200, false", "428, false", "502, false", "504, false"})
  void knowsATargetThatAsksToBeLeftInPeace(int status, boolean busy) {
    assertThat(new ResponseHead(status, List.of()).busy()).isEqualTo(busy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "x-gzip", " GZip ", "identity", "identity, gzip", ", gzip ,"})
  void readsTheCodingsThatWereAskedFor(String coding) {
    assertThat(with("Content-Encoding", coding).decodable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, br", "br, gzip", "gzip;q=1"})
  void readsNoOtherCoding(String coding) {
    assertThat(with("Content-Encoding", coding).decodable()).isFalse();
    assertThat(with("Content-Encoding", coding.split(",")).decodable()).isFalse();
  }

  @Test
  void isReadableWithoutCoding() {
    assertThat(new ResponseHead(200, List.of()).decodable()).isTrue();
  }

  @Test
  void readsTheFirstDate() {
    assertThat(with("Date", " Sun, 06 Nov 1994 08:49:37 GMT", "later").date())
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
    assertThat(with("Date", date).date()).contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sat, 31 Dec 2016 23:59:60 GMT", "Sat Dec 31 23:59:60 2016"})
  void readsALeapSecond(String date) {
    assertThat(with("Date", date).date()).contains(Instant.parse("2016-12-31T23:59:59Z"));
  }

  @Test
  void takesAYearOfTwoDigitsForTheNearOne() {
    assertThat(with("Date", "Thursday, 26-Nov-26 06:00:00 GMT").date())
        .contains(Instant.parse("2026-11-26T06:00:00Z"));
  }

  @Test
  void takesAYearForOneOfThePastIfItIsMoreThanFiftyYearsAhead() {
    var now = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    for (var ahead : List.of(-49, 0, 50)) {
      var then = now.plusYears(ahead).atTime(6, 0).atOffset(ZoneOffset.UTC);
      var date = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH);
      assertThat(with("Date", date.format(then)).date()).contains(then.toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "1994-11-06T08:49:37Z",
        "Sat, 31 Dec 2016 12:60 GMT",
        "Mon, 06 Nov 1994 08:49:37 GMT"
      })
  void goesWithoutADateThatIsNone(String date) {
    assertThat(with("Date", date).date()).isEmpty();
  }

  private static ResponseHead with(String name, String... values) {
    return new ResponseHead(200, Stream.of(values).map(it -> new Header(name, it)).toList());
  }
}
