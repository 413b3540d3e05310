package conformance.suite;

import org.opentest4j.TestAbortedException;

/** Skips the test of a rule that is neither kept nor broken, with the reason. */
public final class SkippedRule extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  private final String details;

  SkippedRule(String reason) {
    this(reason, reason);
  }

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
