package conformance.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bearer token (RFC 6750). It shows itself to nobody outside this package. */
public final class Token {
  private static final int DISTINCT = 8;

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /**
   * The token {@code value}, without white space around it.
   *
   * @throws IllegalArgumentException if it is empty or cannot stand in a header
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
   * The token that {@code file} holds, and nothing else.
   *
   * @throws IllegalArgumentException if it is empty or cannot stand in a header
   * @throws IOException if the file cannot be read
   */
  public static Token read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  /** Whether it is long enough not to stand in other texts by chance. */
  public boolean distinct() {
    return value.length() >= DISTINCT;
  }

  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return Redaction.MASK;
  }
}
