package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.ResponseHead.Header;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({
    "Retry-After: 0, PT0S, PT0S",
    "Retry-After: 7, PT7S, PT7S",
    "'retry-after:  7 ', PT7S, PT7S",
    "Retry-After: 999999999, PT999999999S, PT999999999S",
    "'Retry-After: Sun, 06 Nov 1994 08:49:37 GMT', PT0S, PT0S",
    "Retry-After: 1234567890, PT999999999S, PT999999999S",
    "Retry-After: 99999999999999999999, PT999999999S, PT999999999S",
    "Retry-After: 00000000000000000007, PT7S, PT7S",
    "Retry-After: 1.5, PT1S, PT4S",
    "Retry-After: soon, PT1S, PT4S",
    "Retry-After: -1, PT1S, PT4S",
    "X-Other: 7, PT1S, PT4S",
  })
  void isWaitedForIfItIsReadableElseLongerEachTime(String field, Duration first, Duration third) {
    assertThat(RetryAfter.delay(answer(503, field), 1)).isEqualTo(first);
    assertThat(RetryAfter.delay(answer(503, field), 3)).isEqualTo(third);
  }

  @Test
  void isWaitedForUntilItsDate() {
    var date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plus(HOUR).atOffset(ZoneOffset.UTC));
    assertThat(RetryAfter.delay(answer(429, "Retry-After: " + date), 1))
        .isBetween(HOUR.minusMinutes(5), HOUR);
  }

  @Test
  void asksTooMuchIfNoTimeIsLeftForAnotherTry() {
    var busy = answer(429, "Retry-After: 3600");
    assertThat(RetryAfter.asksTooMuch(busy, 1, Instant.now().plus(HOUR))).isTrue();
    assertThat(RetryAfter.asksTooMuch(busy, 1, Instant.now().plus(HOUR.multipliedBy(2)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void asksTooMuchIfNobodyLivesToSeeIt(String value) {
    var busy = answer(429, "Retry-After: " + value);
    assertThat(RetryAfter.asksTooMuch(busy, 1, Instant.now().plus(HOUR))).isTrue();
  }

  @Test
  void asksNothingUnlessTheTargetIsBusy() {
    assertThat(RetryAfter.asksTooMuch(answer(200, "Retry-After: 3600"), 1, Instant.EPOCH))
        .isFalse();
    assertThat(RetryAfter.said(answer(200, "Retry-After: 3600"))).isFalse();
    assertThat(RetryAfter.said(answer(503, "X-Other: 7"))).isTrue();
  }

  private static Exchange answer(int status, String field) {
    var parts = field.split(":", 2);
    return new Exchange(
        new Request("GET", "/things", "application/json", Credential.TOKEN),
        URI.create("http://localhost/things"),
        Optional.of(new ResponseHead(status, List.of(new Header(parts[0], parts[1])))),
        "",
        0,
        Optional.empty(),
        List.of(),
        Instant.EPOCH,
        Duration.ZERO,
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }
}
