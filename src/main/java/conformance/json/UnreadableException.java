package conformance.json;

/** The text cannot be read any further; the error that stopped the reader has been reported. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableException() {
    super("the JSON text cannot be read any further", null, false, false);
  }
}
