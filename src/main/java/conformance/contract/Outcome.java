package conformance.contract;

import java.util.Locale;

/**
 * How a whole run ended. Only {@link #CONFORMS} lets a build pass, and {@link #ENVIRONMENT} where
 * that is allowed.
 */
public enum Outcome {
  /** No must-rule is broken, and data put the contract to the test. */
  CONFORMS,
  /** A must-rule is broken (if strict, a should-rule too) or one of the team's own tests failed. */
  DEVIATES,
  /** No rule is broken, but entries of known deviations have expired or match nothing any more. */
  OUTDATED,
  /** There was nothing to judge. */
  UNDEMONSTRATED,
  /** Network, token, parameters or load kept the target from being judged. */
  ENVIRONMENT,
  /** The settings, the contract or the file of known deviations cannot be used. */
  ERROR;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
