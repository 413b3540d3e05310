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
import java.util.stream.Stream;

/**
 * Judges the responses to all probes of an operation together, so that a fault that each of them
 * has is one finding.
 */
final class SharedFindings {
  private SharedFindings() {}

  /**
   * A response, and what became of the rules in it that are judged together.
   *
   * @param request how people call the request
   * @param exchange the request and its response
   * @param counts of each rule
   */
  record ProbeResponse(String request, Exchange exchange, List<RuleCounts> counts) {}

  /**
   * Results of one interaction: each rule stands with the first exchange that breaks it, so that
   * the command in the report shows it again; those that nothing breaks with the first that put
   * them to the test; the others by themselves.
   *
   * @param unseen what became of a rule that no response put to the test
   */
  static Stream<InteractionResult> of(
      Interaction interaction, List<Rule> rules, List<ProbeResponse> responses, Verdict unseen) {
    var byExchange = new LinkedHashMap<Optional<Exchange>, List<Finding>>();
    for (var rule : rules) {
      var together = RuleCounts.none(rule);
      var exchange = Optional.<Exchange>empty();
      for (var response : responses) {
        var counts = of(rule, response);
        var first = counts.deviating() > 0 && together.deviating() == 0;
        if (first || exchange.isEmpty() && counts.examined() > 0) {
          exchange = Optional.of(response.exchange());
        }
        together = together.plus(named(counts, response));
      }
      var verdict = together.examined() == 0 ? unseen : Verdict.of(together, "");
      byExchange
          .computeIfAbsent(exchange, any -> new ArrayList<>())
          .add(new Finding(interaction, together, verdict));
    }
    return byExchange.entrySet().stream()
        .map(group -> InteractionResult.of(interaction, group.getKey(), group.getValue()));
  }

  private static RuleCounts of(Rule rule, ProbeResponse response) {
    return response.counts().stream()
        .filter(counts -> counts.rule().id().equals(rule.id()))
        .findAny()
        .orElseThrow();
  }

  /** The reasons say which request was responded to so. */
  private static RuleCounts named(RuleCounts counts, ProbeResponse response) {
    return counts.mapReasons(reason -> reason + ", in the response to the " + response.request());
  }
}
