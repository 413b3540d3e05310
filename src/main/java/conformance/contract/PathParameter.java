package conformance.contract;

import java.util.Optional;

/**
 * A variable part of an operation's path (OpenAPI: a parameter with {@code in: path}).
 *
 * @param name name in the path template
 * @param format {@code schema.format}, such as {@code uuid}; empty if there is none
 * @param example the documented example, to which the embedded fixtures respond
 * @param otherExample a value of another owner, to whose token alone they respond; empty if there
 *     is none
 */
public record PathParameter(
    String name, String format, String example, Optional<String> otherExample) {

  /** Whether its values are UUIDs (RFC 9562). */
  public boolean isUuid() {
    return format.equals("uuid");
  }
}
