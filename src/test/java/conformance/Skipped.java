package conformance;

import org.opentest4j.TestAbortedException;

/** A rule is neither kept nor broken: a skipped test, with the reason. */
final class Skipped extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  private final String details;

  Skipped(String line, String details) {
    super(line);
    this.details = details;
    setStackTrace(new StackTraceElement[0]);
  }

  @Override
  public String toString() {
    return "Skipped: " + details;
  }
}
