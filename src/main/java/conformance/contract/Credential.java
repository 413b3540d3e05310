package conformance.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a request shows to prove its right (RFC 6750). Only {@link #TOKEN} and {@link
 * #LOWER_CASE_SCHEME} do prove it.
 */
public enum Credential {
  /** The bearer token in the header. */
  TOKEN("Bearer ", token -> token, "$TARGET_TOKEN"),
  /** No header at all. */
  NONE("", token -> "", ""),
  /** The scheme, and no token after it. */
  EMPTY("Bearer ", token -> "", ""),
  /** A token that nobody has been given. */
  WRONG("Bearer ", token -> Credential.NOBODYS, Credential.NOBODYS),
  /** The token without its last character. */
  CUT_SHORT("Bearer ", token -> token.substring(0, token.length() - 1), "${TARGET_TOKEN%?}"),
  /** The token and one character more. */
  TOO_LONG("Bearer ", token -> token + "x", "${TARGET_TOKEN}x"),
  /** The token under another scheme. */
  BASIC("Basic ", token -> token, "$TARGET_TOKEN"),
  /** The token without a scheme. */
  BARE("", token -> token, "$TARGET_TOKEN"),
  /** The token as the query parameter of RFC 6750, section 2.3, which nobody documented. */
  QUERY("", token -> token, "$TARGET_TOKEN"),
  /** The token, the scheme's name in lower case: RFC 9110, section 11.1. */
  LOWER_CASE_SCHEME("bearer ", token -> token, "$TARGET_TOKEN");

  private static final String NOBODYS = "a-token-that-nobody-was-given";

  private final String scheme;
  private final UnaryOperator<String> change;
  private final String shell;

  Credential(String scheme, UnaryOperator<String> change, String shell) {
    this.scheme = scheme;
    this.change = change;
    this.shell = shell;
  }

  /** The value of the Authorization header, if there is one. */
  public Optional<String> header(String token) {
    return authorization(change.apply(token));
  }

  /** What comes after the path of the URL. */
  public String query(String token) {
    return accessToken(URLEncoder.encode(change.apply(token), StandardCharsets.UTF_8));
  }

  /** The header as a shell expands it, with the token in the environment. */
  public Optional<String> header() {
    return authorization(shell);
  }

  /** The query as a shell expands it, with the token in the environment. */
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
