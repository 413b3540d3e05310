package conformance.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The credentials of a request (RFC 6750). Only {@link #TOKEN} and {@link #LOWER_CASE_SCHEME} are
 * valid.
 */
public enum Credential {
  /** The bearer token in the Authorization header. */
  TOKEN("Bearer ", token -> token, "$TARGET_TOKEN"),
  /** No Authorization header. */
  NONE("", token -> "", ""),
  /** The scheme without a token. */
  EMPTY("Bearer ", token -> "", ""),
  /** A token that was never issued. */
  WRONG("Bearer ", token -> Credential.NOT_ISSUED, Credential.NOT_ISSUED),
  /** The token without its last character. */
  CUT_SHORT("Bearer ", token -> token.substring(0, token.length() - 1), "${TARGET_TOKEN%?}"),
  /** The token with an extra character. */
  TOO_LONG("Bearer ", token -> token + "x", "${TARGET_TOKEN}x"),
  /** The token under another scheme. */
  BASIC("Basic ", token -> token, "$TARGET_TOKEN"),
  /** The token without a scheme. */
  BARE("", token -> token, "$TARGET_TOKEN"),
  /** The token as the query parameter of RFC 6750, section 2.3, which is undocumented. */
  QUERY("", token -> token, "$TARGET_TOKEN"),
  /** The token with the scheme in lower case (RFC 9110, section 11.1). */
  LOWER_CASE_SCHEME("bearer ", token -> token, "$TARGET_TOKEN");

  private static final String NOT_ISSUED = "a-token-that-nobody-was-given";

  private final String scheme;
  private final UnaryOperator<String> change;
  private final String shell;

  Credential(String scheme, UnaryOperator<String> change, String shell) {
    this.scheme = scheme;
    this.change = change;
    this.shell = shell;
  }

  /** Whether it is one that servers count as a failed login: neither valid nor none at all. */
  public boolean wrong() {
    return this != TOKEN && this != LOWER_CASE_SCHEME && this != NONE;
  }

  /** The value of the Authorization header, if it is sent. */
  public Optional<String> header(String token) {
    return authorization(change.apply(token));
  }

  /** The query of the URL, with its question mark; empty if there is none. */
  public String query(String token) {
    return accessToken(URLEncoder.encode(change.apply(token), StandardCharsets.UTF_8));
  }

  /** The header in a shell command that takes the token from the environment. */
  public Optional<String> header() {
    return authorization(shell);
  }

  /** The query in a shell command that takes the token from the environment. */
  public String query() {
    return accessToken(shell);
  }

  private Optional<String> authorization(String value) {
    return this == NONE || this == QUERY ? Optional.empty() : Optional.of(scheme + value);
  }

  private String accessToken(String value) {
    return this == QUERY ? "?access_token=" + value : "";
  }
}
