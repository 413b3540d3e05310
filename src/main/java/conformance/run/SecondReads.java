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
 * Picks what is told of second reads: what only they can show, and what is worse in them than in
 * the first. A rule that one of several second reads makes worse is told of all, for the counts.
 *
 * @param ofReads the rules on what changes from one read to the next
 */
record SecondReads(Set<Rule> ofReads) {

  static SecondReads of(List<Rule> ofReads) {
    return new SecondReads(Set.copyOf(ofReads));
  }

  /**
   * The results that are told, in order.
   *
   * @param judged the results of each that was asked for: of the first read, and if there was one
   *     of the second
   */
  List<InteractionResult> told(Collection<List<InteractionResult>> judged) {
    var worse =
        judged.stream()
            .filter(it -> it.size() > 1)
            .flatMap(it -> worse(byRule(it.get(0)), it.get(1)))
            .map(Finding::rule)
            .collect(Collectors.toSet());
    return judged.stream()
        .flatMap(
            it ->
                it.size() > 1
                    ? Stream.of(it.get(0), told(byRule(it.get(0)), it.get(1), worse))
                    : it.stream())
        .toList();
  }

  private InteractionResult told(
      Map<Rule, Finding> first, InteractionResult second, Set<Rule> worse) {
    return second.only(
        it ->
            ofReads.contains(it.rule())
                || worse.contains(it.rule())
                    && (isWorse(first.get(it.rule()), it) || !first.get(it.rule()).deviates()));
  }

  private Stream<Finding> worse(Map<Rule, Finding> first, InteractionResult second) {
    return second.findings().stream()
        .filter(it -> !ofReads.contains(it.rule()))
        .filter(it -> isWorse(first.get(it.rule()), it));
  }

  private static boolean isWorse(Finding first, Finding second) {
    return second.deviates()
        && Severity.of(second.verdict()).compareTo(Severity.of(first.verdict())) < 0;
  }

  private static Map<Rule, Finding> byRule(InteractionResult result) {
    return result.findings().stream().collect(Collectors.toMap(Finding::rule, Function.identity()));
  }
}
