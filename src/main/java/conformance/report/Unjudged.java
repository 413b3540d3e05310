package conformance.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import conformance.contract.RuleResult;
import conformance.contract.Verdict;
import conformance.contract.Verdict.NotApplicable;
import conformance.contract.Verdict.NotDemonstrated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules on the target that were not judged, one line for all with the same cause. */
final class Unjudged {
  private Unjudged() {}

  /**
   * Whether the rule is not demonstrated for a cause that others share. Those that lack data are
   * reported one by one, since each needs data of its own.
   */
  static boolean hasOneCause(RuleResult result) {
    return cause(result).isPresent();
  }

  /** The causes other than missing data: {@code 63 rules: there was no response ...}. */
  static List<String> causes(List<RuleResult> rules) {
    return lines(rules, Unjudged::cause);
  }

  /** Why rules are not applicable: {@code 6 rules: target.probe_writes=true asks them}. */
  static List<String> notApplicable(List<RuleResult> rules) {
    return lines(
        rules,
        result ->
            verdict(result) instanceof NotApplicable off && result.finding().ofTarget()
                ? Optional.of(off.reason())
                : Optional.empty());
  }

  private static Optional<String> cause(RuleResult result) {
    return cause(verdict(result));
  }

  /** Why a rule is not demonstrated, other than for lack of data. */
  static Optional<String> cause(Verdict verdict) {
    return verdict instanceof NotDemonstrated not && !not.reason().equals(NotDemonstrated.NO_DATA)
        ? Optional.of(not.reason())
        : Optional.empty();
  }

  private static Verdict verdict(RuleResult result) {
    return result.finding().verdict();
  }

  private static List<String> lines(
      List<RuleResult> rules, Function<RuleResult, Optional<String>> reason) {
    return rules.stream()
        .flatMap(result -> reason.apply(result).stream())
        .collect(groupingBy(Function.identity(), LinkedHashMap::new, counting()))
        .entrySet()
        .stream()
        .map(group -> Messages.count(group.getValue(), "rule") + ": " + group.getKey())
        .toList();
  }
}
