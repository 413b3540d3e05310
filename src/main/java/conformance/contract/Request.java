package conformance.contract;

import java.util.Optional;

/**
 * A request to send.
 *
 * @param method HTTP method in capitals
 * @param path path below the base URL, percent-encoded
 * @param mediaType value of {@code Accept} (RFC 9110, section 12.5.1)
 * @param security the form in which it says who asks
 * @param credential the credentials it sends
 */
public record Request(
    String method, String path, String mediaType, SecurityScheme security, Credential credential) {
  /** The {@code User-Agent} of every request (RFC 9110, section 10.1.5). */
  public static final String USER_AGENT = "batch-contract-suite";

  /** A request with a bearer token. */
  public Request(String method, String path, String mediaType, Credential credential) {
    this(method, path, mediaType, SecurityScheme.BEARER, credential);
  }

  /** The name of the header field that says who asks. */
  public String field() {
    return credential.field(security);
  }

  /** The value of that field, if it is sent. */
  public Optional<String> authorization(String token) {
    return credential.value(security, token);
  }

  /** The query that says who asks, with its question mark; empty if there is none. */
  public String query(String token) {
    return credential.query(security, token);
  }

  /** The value of the field in a shell command that takes the token from the environment. */
  public Optional<String> authorization() {
    return credential.shellValue(security);
  }

  /** The query in a shell command that takes the token from the environment. */
  public String query() {
    return credential.shellQuery(security);
  }
}
