package conformance.suite;

import org.opentest4j.AssertionFailedError;

/**
 * A rule is broken: a failed test. Where in our code that was found out helps nobody.
 *
 * <p>Consoles and lists print the message, a line. Reports print the error as text, the details.
 */
public final class BrokenRule extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private final String details;

  public BrokenRule(String line, String details) {
    super(line);
    this.details = details;
    setStackTrace(new StackTraceElement[0]);
  }

  @Override
  public String toString() {
    return "BrokenRule: " + details;
  }
}
