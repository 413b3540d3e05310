package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.ResponseHead;
import java.time.Duration;
import java.time.Instant;

/** A target that asks to be left in peace for a while: 429 (RFC 6585) and 503 (RFC 9110). */
final class RetryAfter {
  /** How often a request is sent again. */
  static final int RETRIES = 3;

  /** A try with less time left would end in a timeout, and hide that the target is busy. */
  private static final Duration LAST_TRY = Duration.ofSeconds(1);

  private RetryAfter() {}

  static boolean said(Exchange exchange) {
    return exchange.head().filter(ResponseHead::busy).isPresent();
  }

  /**
   * Whether waiting as long as asked for would leave no time for another try before {@code end}.
   */
  static boolean asksTooMuch(Exchange exchange, int attempts, Instant end) {
    return said(exchange)
        && Instant.now().plus(delay(exchange, attempts)).plus(LAST_TRY).isAfter(end);
  }

  /**
   * How long to wait: as {@code Retry-After} says, in seconds or as a date (RFC 9110, section
   * 10.2.3), else 1 s, 2 s, 4 s.
   */
  static Duration delay(Exchange exchange, int attempts) {
    var asked = exchange.head().orElseThrow().values("Retry-After");
    if (!asked.isEmpty()) {
      var text = asked.get(0).strip();
      if (text.matches("[0-9]{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(text));
      }
      var date = HttpDate.parse(text);
      if (date.isPresent()) {
        var wait = Duration.between(Instant.now(), date.get());
        return wait.isNegative() ? Duration.ZERO : wait;
      }
      // Neither seconds nor a date: wait as if nothing had been said.
    }
    return Duration.ofSeconds(1L << (attempts - 1));
  }
}
