package conformance.suite;

/** An environment fault. It is no assertion error, so Allure shows the test as broken. */
public final class EnvironmentError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentError(String message) {
    super(message, null, false, false);
  }
}
