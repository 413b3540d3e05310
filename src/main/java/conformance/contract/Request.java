package conformance.contract;

/**
 * A request to send.
 *
 * @param method HTTP method in capitals
 * @param path path below the base URL, percent-encoded
 * @param mediaType value of {@code Accept} (RFC 9110, section 12.5.1)
 * @param credential the credentials it sends
 */
public record Request(String method, String path, String mediaType, Credential credential) {
  /** The {@code User-Agent} of every request (RFC 9110, section 10.1.5). */
  public static final String USER_AGENT = "batch-contract-suite";
}
