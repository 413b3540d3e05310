package conformance.http;

import conformance.contract.SecurityScheme;
import java.util.Map;

/**
 * What a request says who asks by: a bearer token (RFC 6750), an API key, or a user and a password
 * with a colon between (RFC 7617). Its {@link #toString} does not show the value.
 */
public final class Token {
  /** What people copy along with a token, and what was expected instead. */
  private static final Map<String, String> GIVEN_WITH =
      Map.of(
          "(?is)bearer\\s.*", "expected the token alone, without the word Bearer before it",
          "(?is)authorization\\s*:.*",
              "expected the token alone, without the words Authorization: Bearer before it",
          "(?s)\\{.*}", "expected the token alone, and not the JSON object that it is in");

  private static final String NOT_IN_A_HEADER =
      "the token holds a character that cannot stand in a header, such as a space";

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /**
   * A token from {@code value}, with surrounding white space removed.
   *
   * @throws IllegalArgumentException if it is empty or cannot be sent in a header
   */
  public static Token of(String value) {
    var token = value.strip();
    GIVEN_WITH.forEach(
        (regex, expected) -> {
          if (token.matches(regex)) {
            throw new IllegalArgumentException(expected);
          }
        });
    // A password may have spaces, and is sent in base64.
    if (!token.matches("[\\x21-\\x7E]+|(?=.*:)[\\x20-\\x7E]+")) {
      throw new IllegalArgumentException(token.isEmpty() ? "the token is empty" : NOT_IN_A_HEADER);
    }
    return new Token(token);
  }

  /**
   * Checks that it can be sent in {@code scheme}.
   *
   * @throws IllegalArgumentException if not
   */
  public void check(SecurityScheme scheme) {
    if (scheme.isBasic() && !value.contains(":")) {
      throw new IllegalArgumentException(
          "expected a user and a password with a colon between, as the contract's security scheme"
              + " demands");
    }
    if (!scheme.isBasic() && value.contains(" ")) {
      throw new IllegalArgumentException(NOT_IN_A_HEADER);
    }
  }

  /** Whether both are the same token. */
  public boolean isSameAs(Token other) {
    return value.equals(other.value);
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return Redaction.MASK;
  }
}
