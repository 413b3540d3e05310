package conformance.contract;

/** The outcome for a rule in one interaction. */
public sealed interface Verdict {

  /** Examined at least once and never broken. */
  record Kept() implements Verdict {}

  /** Broken in at least one place. */
  record Broken() implements Verdict {}

  /** Broken, with every deviation covered by an entry of the known deviations. */
  record Known(String reason, String ticket, String owner, java.time.LocalDate expires)
      implements Verdict {}

  /** No data exercised the rule. */
  record NotDemonstrated(String reason) implements Verdict {
    /** The reason if other data may demonstrate the rule. */
    public static final String NO_DATA = "nothing in the response put it to the test";
  }

  /** Disabled by the settings, or about something that did not occur and need not. */
  record NotApplicable(String reason) implements Verdict {}

  /** The verdict that follows from the counts alone. */
  static Verdict of(RuleCounts counts, String whenNotExercised) {
    if (counts.deviating() > 0) {
      return new Broken();
    }
    return counts.examined() > 0 ? new Kept() : new NotDemonstrated(whenNotExercised);
  }
}
