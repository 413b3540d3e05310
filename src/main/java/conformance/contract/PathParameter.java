package conformance.contract;

/**
 * A variable part of an operation's path (OpenAPI: a parameter with {@code in: path}).
 *
 * @param name name in the path template
 * @param format {@code schema.format}, such as {@code uuid}; empty if there is none
 * @param example the documented example, to which the embedded fixtures respond
 */
public record PathParameter(String name, String format, String example) {

  /** Whether its values are UUIDs (RFC 9562). */
  public boolean isUuid() {
    return format.equals("uuid");
  }
}
