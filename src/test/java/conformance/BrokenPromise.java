package conformance;

import org.opentest4j.AssertionFailedError;

/** A rule is broken: a failed test. Where in our code that was found out helps nobody. */
final class BrokenPromise extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  BrokenPromise(String message) {
    super(message);
    setStackTrace(new StackTraceElement[0]);
  }
}
