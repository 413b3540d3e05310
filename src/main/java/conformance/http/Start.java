package conformance.http;

import java.time.Instant;
import java.util.UUID;

/**
 * The beginning of an exchange.
 *
 * @param began when the request was sent
 * @param traceparent the request's field of that name, by which the target's logs know it
 */
record Start(Instant began, String traceparent) {
  static final String TRACEPARENT = "traceparent";

  private static final int PARENT_ID = 16;

  /** With a trace of its own, which is to be recorded (W3C Trace Context, section 3.2). */
  static Start now() {
    // No random UUID consists of zeros, which neither id may.
    return new Start(Instant.now(), "00-%s-%s-01".formatted(hex(), hex().substring(0, PARENT_ID)));
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
