package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.ResponseHead;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** When to retry a request after a 429 (RFC 6585) or 503 (RFC 9110). */
final class RetryAfter {
  /** The most retries of one request. */
  static final int RETRIES = 3;

  /** With less time left, a retry would time out and hide that the target is busy. */
  private static final Duration MIN_TIME_LEFT = Duration.ofSeconds(1);

  /** In seconds; whoever asks for more asks for too much as well. */
  private static final BigInteger MAX_DELAY = BigInteger.valueOf(999_999_999);

  private RetryAfter() {}

  static boolean said(Exchange exchange) {
    return exchange.head().filter(ResponseHead::busy).isPresent();
  }

  /** Whether it also says when to try again. */
  static boolean saysWhen(Exchange exchange) {
    return said(exchange) && !exchange.head().orElseThrow().values("Retry-After").isEmpty();
  }

  /** Whether the delay would leave no time for another attempt before {@code end}. */
  static boolean asksTooMuch(Exchange exchange, int attempts, Instant end) {
    return said(exchange)
        && Instant.now().plus(delay(exchange, attempts)).plus(MIN_TIME_LEFT).isAfter(end);
  }

  /**
   * The time to wait: {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3), else
   * 1 s, 2 s, 4 s.
   */
  static Duration delay(Exchange exchange, int attempts) {
    var fields = exchange.head().orElseThrow().values("Retry-After");
    if (!fields.isEmpty()) {
      var text = fields.get(0).strip();
      if (text.matches("[0-9]+")) {
        return Duration.ofSeconds(new BigInteger(text).min(MAX_DELAY).longValue());
      }
      var date = HttpDate.parse(text);
      if (date.isPresent()) {
        var wait = Duration.between(Instant.now(), date.get());
        return wait.isNegative() ? Duration.ZERO : wait;
      }
      // An invalid field is ignored.
    }
    return Duration.ofSeconds(1L << (attempts - 1));
  }
}
