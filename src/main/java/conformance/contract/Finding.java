package conformance.contract;

/**
 * The verdict on one rule in one interaction, with the counts it rests on.
 *
 * @param interaction which request, or documented example
 * @param counts the rule, how often it was examined, and where it is not met
 * @param verdict what became of it
 */
public record Finding(Interaction interaction, RuleCounts counts, Verdict verdict) {

  /** The rule that the verdict is about. */
  public Rule rule() {
    return counts.rule();
  }

  /** Whether there is a place that does not meet the rule. */
  public boolean deviates() {
    return counts.deviating() > 0;
  }
}
