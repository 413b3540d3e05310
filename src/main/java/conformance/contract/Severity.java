package conformance.contract;

import java.util.List;
import java.util.Locale;

/**
 * The order of verdicts, the most severe first: a deviation for one agent outweighs what others
 * keep. A rule kept for one agent is demonstrated, though others had no data for it.
 */
public enum Severity {
  BROKEN(Verdict.Broken.class),
  KNOWN(Verdict.Known.class),
  KEPT(Verdict.Kept.class),
  NOT_DEMONSTRATED(Verdict.NotDemonstrated.class),
  NOT_APPLICABLE(Verdict.NotApplicable.class);

  private static final List<Severity> ALL = List.of(values());

  private final Class<? extends Verdict> verdict;

  Severity(Class<? extends Verdict> verdict) {
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
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
