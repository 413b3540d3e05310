package conformance.suite;

import java.util.List;
import org.opentest4j.AssertionFailedError;

/**
 * Fails the test of a broken rule. It has no stack trace, since the location in the suite is no
 * help.
 *
 * <p>Consoles and lists print the message, a single line; reports print the details by {@link
 * #toString}.
 */
public final class BrokenRule extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private final String details;

  public BrokenRule(String line, String details) {
    super(line);
    this.details = details;
    setStackTrace(new StackTraceElement[0]);
  }

  /** The failure of entries of known deviations. */
  public static BrokenRule ofEntries(List<String> problems) {
    var lines = String.join("\n", problems);
    return new BrokenRule(lines, lines + "\n\ncategory  Entries of known deviations");
  }

  @Override
  public String toString() {
    return "BrokenRule: " + details;
  }
}
