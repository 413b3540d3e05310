package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many rules ended in which verdict.
 *
 * @param broken broken must-rules
 * @param advice broken should-rules
 */
public record Totals(
    int kept, int broken, int advice, int known, int notDemonstrated, int notApplicable) {

  public static Totals of(Stream<Finding> findings) {
    return findings.map(Totals::of).reduce(new Totals(0, 0, 0, 0, 0, 0), Totals::plus);
  }

  private static Totals of(Finding finding) {
    var verdict = finding.verdict();
    var must = finding.rule().level() == Level.MUST;
    return new Totals(
        count(verdict instanceof Verdict.Kept),
        count(verdict instanceof Verdict.Broken && must),
        count(verdict instanceof Verdict.Broken && !must),
        count(verdict instanceof Verdict.Known),
        count(verdict instanceof Verdict.NotDemonstrated),
        count(verdict instanceof Verdict.NotApplicable));
  }

  private static int count(boolean it) {
    return it ? 1 : 0;
  }

  /** Those that there are: {@code 120 kept, 1 broken}. */
  @Override
  public String toString() {
    return Stream.of(
            word(kept, "kept"),
            word(broken, "broken"),
            word(advice, "advice"),
            word(known, "known"),
            word(notDemonstrated, "not demonstrated"),
            word(notApplicable, "not applicable"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> word(int number, String word) {
    return number == 0 ? Optional.empty() : Optional.of("%,d %s".formatted(number, word));
  }

  private Totals plus(Totals other) {
    return new Totals(
        kept + other.kept,
        broken + other.broken,
        advice + other.advice,
        known + other.known,
        notDemonstrated + other.notDemonstrated,
        notApplicable + other.notApplicable);
  }
}
