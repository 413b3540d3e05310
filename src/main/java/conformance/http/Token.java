package conformance.http;

import java.util.Map;

/** The bearer token (RFC 6750). Its {@link #toString} does not show the value. */
public final class Token {
  /** What people copy along with a token, and what was expected instead. */
  private static final Map<String, String> GIVEN_WITH =
      Map.of(
          "(?is)bearer\\s.*", "expected the token alone, without the word Bearer before it",
          "(?is)authorization\\s*:.*",
              "expected the token alone, without the words Authorization: Bearer before it",
          "(?s)\\{.*}", "expected the token alone, and not the JSON object that it is in");

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
    if (!token.matches("[\\x21-\\x7E]+")) {
      throw new IllegalArgumentException(
          token.isEmpty()
              ? "the token is empty"
              : "the token holds a character that cannot stand in a header, such as a space");
    }
    return new Token(token);
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return Redaction.MASK;
  }
}
