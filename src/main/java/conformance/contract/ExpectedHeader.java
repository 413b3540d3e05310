package conformance.contract;

import conformance.contract.ResponseHead.Header;
import java.time.Duration;

/**
 * The header field by which a target says which build of it answers.
 *
 * @param field its name, in any case, and its whole value
 * @param within how long to wait for it
 */
public record ExpectedHeader(Header field, Duration within) {

  /** The value in a response; those of several lines as one (RFC 9110, section 5.2). */
  public String in(ResponseHead head) {
    return String.join(", ", head.values(field.name()));
  }
}
