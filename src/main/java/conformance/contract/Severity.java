package conformance.contract;

import java.util.List;

/**
 * The order of verdicts, the most severe first: a deviation for one agent outweighs what others
 * keep. A rule kept for one agent is demonstrated, though others had no data for it.
 */
public enum Severity {
  BROKEN("broken", Verdict.Broken.class),
  KNOWN("known", Verdict.Known.class),
  KEPT("kept", Verdict.Kept.class),
  NOT_DEMONSTRATED("not demonstrated", Verdict.NotDemonstrated.class),
  NOT_APPLICABLE("not applicable", Verdict.NotApplicable.class);

  private static final List<Severity> ALL = List.of(values());

  private final String name;
  private final Class<? extends Verdict> verdict;

  Severity(String name, Class<? extends Verdict> verdict) {
    this.name = name;
    this.verdict = verdict;
  }

  public static Severity of(Verdict verdict) {
    return ALL.stream()
        .filter(severity -> severity.verdict.isInstance(verdict))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
