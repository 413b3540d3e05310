package conformance;

import org.opentest4j.TestAbortedException;

/** A rule is neither kept nor broken: a skipped test, with the reason. */
final class Skipped extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  Skipped(String message) {
    super(message);
    setStackTrace(new StackTraceElement[0]);
  }
}
