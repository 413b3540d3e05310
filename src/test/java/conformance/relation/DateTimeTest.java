package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-23T05:14:37Z",
        "2024-01-23T05:14:37.1Z",
        "2024-01-23T05:14:37.123456Z",
        "2024-01-23T05:14:37.123456789Z",
        "1969-12-31T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2024-02-29T00:00:00Z",
        "2000-02-29T10:20:30Z",
        "2023-10-10T20:30:40Z",
      })
  void readsWhatJavaReads(String text) {
    assertThat(DateTime.of(text).instant()).contains(Instant.parse(text));
    assertThat(DateTime.of(text.replace("Z", "+00:00")).instant()).contains(Instant.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-23T05:14:37+01:00, 2024-01-23T04:14:37Z",
    "2024-01-23T05:14:37.5-23:59, 2024-01-24T05:13:37.5Z",
    "2024-01-23t04:14:37z, 2024-01-23T04:14:37Z",
    "2024-01-23T04:14:37.0000000000Z, 2024-01-23T04:14:37Z",
    "2024-01-23T04:14:37.9999999999Z, 2024-01-23T04:14:37.999999999Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999999999Z",
    "2027-07-01T05:29:60.5+05:30, 2027-06-30T23:59:59.999999999Z",
  })
  void readsOtherFormsAsWell(String text, Instant instant) {
    assertThat(DateTime.of(text).instant()).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-01-23T05:14:37",
        "2024-01-23T05:14:37.",
        "2024-01-23T05:14:37.Z",
        "2024-01-23T05:14:37.123",
        "2024-01-23T05:14:377Z",
        "2024-01-23T05:14:37ZZ",
        "2024/01-23T05:14:37Z",
        "2024-01-23T05.14:37Z",
        "202a-01-23T05:14:37Z",
        "2024-01-2/T05:14:37Z",
        "2024-01-23T05:14:3:Z",
        "2024-00-23T05:14:37Z",
        "2024-13-23T05:14:37Z",
        "2024-01-00T05:14:37Z",
        "2024-01-32T05:14:37Z",
        "2023-02-29T05:14:37Z",
        "2024-01-23T24:00:00Z",
        "2024-01-23T05:60:37Z",
        "2024-01-23T05:14:60Z",
        "2024-01-23T05:14:37+0100",
        "2024-01-23T05:14:37+1:00",
        "2024-01-23T05:14:37+24:00",
        "2024-01-23T05:14:37+01:60",
        "2024-01-31T23:59:60+24:00",
      })
  void hasAReasonWhyATextIsNone(String text) {
    var read = DateTime.of(text);
    assertThat(read.reason()).isPresent();
    assertThat(read.instant()).isEmpty();
    assertThat(read.offset()).isEmpty();
  }

  @Test
  void readsEveryDay() {
    var last = LocalDate.of(9999, 12, 31);
    for (var day = LocalDate.of(0, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
      assertThat(DateTime.of(day + "T00:00:00Z").epochSecond())
          .isEqualTo(day.toEpochDay() * 86_400);
    }
  }

  @Test
  void readsAPartOfAnArray() {
    var chars = "x2024-01-23T05:14:37-06:00x".toCharArray();
    var read = new DateTime();
    assertThat(read.read(chars, 1, chars.length - 2)).isTrue();
    assertThat(read.instant()).contains(Instant.parse("2024-01-23T11:14:37Z"));
    assertThat(read.offset()).contains("-06:00");
    assertThat(read.read(chars, 1, chars.length - 1)).isFalse();
    assertThat(read.read(chars, 1, 0)).isFalse();
  }
}
