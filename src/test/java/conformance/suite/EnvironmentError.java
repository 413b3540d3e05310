package conformance.suite;

/** Not the target's fault: Allure calls a test that throws anything but an assertion broken. */
public final class EnvironmentError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentError(String message) {
    super(message, null, false, false);
  }
}
