package conformance;

/** Not the target's fault: Allure calls a test that throws anything but an assertion broken. */
final class EnvironmentFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentFault(String message) {
    super(message, null, false, false);
  }
}
