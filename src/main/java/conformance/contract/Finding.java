package conformance.contract;

/**
 * The verdict on one rule in one interaction, with the counts that it follows from.
 *
 * @param counts the rule, how often it was examined, and its deviations
 */
public record Finding(Interaction interaction, RuleCounts counts, Verdict verdict) {

  public Rule rule() {
    return counts.rule();
  }

  /** Whether it is about the target, and not about the documentation's own example. */
  public boolean ofTarget() {
    return !interaction.isDocumentedExample();
  }

  /** Whether there is a deviation. */
  public boolean deviates() {
    return counts.deviating() > 0;
  }
}
