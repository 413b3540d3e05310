package conformance.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bearer token (RFC 6750). Its {@link #toString} does not show the value. */
public final class Token {
  private static final int DISTINCT_LENGTH = 8;

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
    if (!token.matches("[\\x21-\\x7E]+")) {
      throw new IllegalArgumentException(
          token.isEmpty()
              ? "the token is empty"
              : "the token holds a character that cannot stand in a header, such as a space");
    }
    return new Token(token);
  }

  /**
   * Reads a file that contains only the token.
   *
   * @throws IllegalArgumentException if it is empty or cannot be sent in a header
   */
  public static Token read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  /** Whether the token is too long to occur in other texts by chance. */
  public boolean distinct() {
    return value.length() >= DISTINCT_LENGTH;
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return Redaction.MASK;
  }
}
