package conformance.contract;

/** How a whole run ended. Only {@link #CONFORMS} lets a build pass. */
public enum Outcome {
  /** No must-rule is broken, and data put the contract to the test. */
  CONFORMS("conforms"),
  /** A must-rule is broken (if strict, a should-rule too) or one of the team's own tests failed. */
  DEVIATES("deviates"),
  /** There was nothing to judge. */
  UNDEMONSTRATED("undemonstrated"),
  /** Network, token, parameters or load kept the target from being judged. */
  ENVIRONMENT("environment"),
  /** The settings, the contract or the known deviations cannot be used. */
  ERROR("error");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
