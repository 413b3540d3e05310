package conformance.contract;

/**
 * What fails a run in addition to broken must-rules.
 *
 * @param strict broken should-rules, and rules that are not demonstrated
 * @param allowEmpty whether a target without anything to judge passes
 * @param allowEnvironment whether an environment fault is a warning, and no failure
 */
public record Strictness(boolean strict, boolean allowEmpty, boolean allowEnvironment) {

  /** One that an environment fault fails. */
  public Strictness(boolean strict, boolean allowEmpty) {
    this(strict, allowEmpty, false);
  }
}
