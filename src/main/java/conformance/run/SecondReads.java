package conformance.run;

import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import conformance.contract.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects the findings of second reads that are reported: those on rules that compare reads, and
 * those with a more severe verdict than in the first read. Where one of several second reads is
 * worse, the others are reported as well, unless their first read deviates already, so that the
 * counts are complete.
 *
 * @param ofReads the rules that compare two reads
 */
record SecondReads(Set<Rule> ofReads) {

  static SecondReads of(List<Rule> ofReads) {
    return new SecondReads(Set.copyOf(ofReads));
  }

  /**
   * The reported results, in order.
   *
   * @param judged for each combination of parameters, the results of the first read and, if there
   *     was one, the second
   */
  List<InteractionResult> reported(Collection<List<InteractionResult>> judged) {
    var worse =
        judged.stream()
            .filter(reads -> reads.size() > 1)
            .flatMap(reads -> worse(byRule(reads.get(0)), reads.get(1)))
            .map(Finding::rule)
            .collect(Collectors.toSet());
    return judged.stream()
        .flatMap(
            reads ->
                reads.size() > 1
                    ? Stream.of(reads.get(0), reported(byRule(reads.get(0)), reads.get(1), worse))
                    : reads.stream())
        .toList();
  }

  private InteractionResult reported(
      Map<Rule, Finding> first, InteractionResult second, Set<Rule> worse) {
    return second.only(
        finding ->
            ofReads.contains(finding.rule())
                || worse.contains(finding.rule())
                    && (isWorse(first.get(finding.rule()), finding)
                        || !first.get(finding.rule()).deviates()));
  }

  private Stream<Finding> worse(Map<Rule, Finding> first, InteractionResult second) {
    return second.findings().stream()
        .filter(finding -> !ofReads.contains(finding.rule()))
        .filter(finding -> isWorse(first.get(finding.rule()), finding));
  }

  private static boolean isWorse(Finding first, Finding second) {
    return second.deviates()
        && Severity.of(second.verdict()).compareTo(Severity.of(first.verdict())) < 0;
  }

  private static Map<Rule, Finding> byRule(InteractionResult result) {
    return result.findings().stream().collect(Collectors.toMap(Finding::rule, Function.identity()));
  }
}
