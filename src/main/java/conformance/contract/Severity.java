package conformance.contract;

import java.util.List;

/**
 * How verdicts outweigh each other, the mostSevere first: a fault of one agent outweighs what all
 * others keep. What one has shown to be kept is demonstrated, though others had nothing to show.
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

  /** The severity of a verdict. */
  public static Severity of(Verdict verdict) {
    return ALL.stream().filter(it -> it.verdict.isInstance(verdict)).findFirst().orElseThrow();
  }

  /** As people call it. */
  @Override
  public String toString() {
    return name;
  }
}
