package conformance.run;

import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Judges the answers to all probes of an operation together, so that a fault that each of them has
 * is one finding.
 */
final class SharedFindings {
  private SharedFindings() {}

  /**
   * An answer, and what became of the rules in it that are judged together.
   *
   * @param request how people call the request
   * @param exchange the request and its answer
   * @param examined a line for each rule
   */
  record Answer(String request, Exchange exchange, List<RuleCounts> examined) {}

  /**
   * Chapters of one interaction: each rule stands with the first exchange that breaks it, so that
   * the command in the report shows it again; those that nothing breaks with the first that put
   * them to the test; the others by themselves.
   *
   * @param unseen what became of a rule that no answer put to the test
   */
  static List<InteractionResult> chapters(
      Interaction interaction, List<Rule> rules, List<Answer> answers, Verdict unseen) {
    var byExchange = new LinkedHashMap<Optional<Exchange>, List<Finding>>();
    for (var rule : rules) {
      var together = RuleCounts.none(rule);
      var exchange = Optional.<Exchange>empty();
      for (var answer : answers) {
        var examined = of(rule, answer);
        var first = examined.deviating() > 0 && together.deviating() == 0;
        if (first || exchange.isEmpty() && examined.examined() > 0) {
          exchange = Optional.of(answer.exchange());
        }
        together = together.plus(named(examined, answer));
      }
      byExchange
          .computeIfAbsent(exchange, it -> new ArrayList<>())
          .add(new Finding(interaction, together, verdict(together, unseen)));
    }
    return byExchange.entrySet().stream()
        .map(
            it ->
                new InteractionResult(
                    interaction, it.getKey(), Optional.empty(), 0, List.of(), it.getValue()))
        .toList();
  }

  private static RuleCounts of(Rule rule, Answer answer) {
    return answer.examined().stream()
        .filter(it -> it.rule().id().equals(rule.id()))
        .findAny()
        .orElseThrow();
  }

  /** The reasons say which request was answered so. */
  private static RuleCounts named(RuleCounts examined, Answer answer) {
    return examined.mapReasons(reason -> reason + ", in the answer to the " + answer.request());
  }

  private static Verdict verdict(RuleCounts examined, Verdict unseen) {
    return examined.examined() == 0 && examined.deviating() == 0
        ? unseen
        : Verdict.of(examined, "");
  }
}
