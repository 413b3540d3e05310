package conformance.http;

import java.io.IOException;

/** A body is longer than {@code target.max_body}; the rest was not read. */
final class OversizedBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  OversizedBodyException(long limit) {
    super(
        "the body is longer than target.max_body, %,d bytes: it was cut off there"
            .formatted(limit));
  }
}
