package conformance.http;

/** A token command gave no token. Its message has nothing of the command's output. */
public final class TokenCommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TokenCommandException(String message) {
    super(message);
  }
}
