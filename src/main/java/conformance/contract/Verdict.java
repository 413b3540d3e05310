package conformance.contract;

/** What became of a rule in one interaction. */
public sealed interface Verdict {

  /** Examined at least once and never broken. */
  record Kept() implements Verdict {}

  /** Broken in at least one place. */
  record Broken() implements Verdict {}

  /** Broken, and each of its places is covered by an entry of the known deviations. */
  record Known(String reason, String ticket, String owner, java.time.LocalDate expires)
      implements Verdict {}

  /** No data put the rule to the test. */
  record NotDemonstrated(String reason) implements Verdict {}

  /** Switched off by the settings, or about something that did not occur and need not. */
  record NotApplicable(String reason) implements Verdict {}

  /** The verdict that the counts alone lead to. */
  static Verdict of(RuleCounts examined, String whenUnseen) {
    if (examined.deviating() > 0) {
      return new Broken();
    }
    return examined.examined() > 0 ? new Kept() : new NotDemonstrated(whenUnseen);
  }
}
