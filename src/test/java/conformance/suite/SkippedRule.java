package conformance.suite;

import org.opentest4j.TestAbortedException;

/** A rule is neither kept nor broken: a skipped test, with the reason. */
public final class SkippedRule extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  private final String details;

  public SkippedRule(String line, String details) {
    super(line);
    this.details = details;
    setStackTrace(new StackTraceElement[0]);
  }

  @Override
  public String toString() {
    return "SkippedRule: " + details;
  }
}
