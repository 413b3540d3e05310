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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges the responses to all probes of an operation together, so that one cause that all of them
 * show is one finding.
 */
final class SharedFindings {
  private SharedFindings() {}

  /**
   * The response to a probe.
   *
   * @param request name of the probe
   * @param counts counts of each shared rule
   */
  record ProbeResponse(String request, Exchange exchange, List<RuleCounts> counts) {}

  /**
   * The results of one interaction, one for each exchange: a broken rule belongs to the first
   * exchange that breaks it, so that the command in the report reproduces it; a kept rule to the
   * first one that exercises it; other rules to none.
   *
   * @param notExercised the verdict on rules that no response exercised
   */
  static Stream<InteractionResult> of(
      Interaction interaction,
      List<Rule> rules,
      List<ProbeResponse> responses,
      Function<Rule, Verdict> notExercised) {
    var byExchange = new LinkedHashMap<Optional<Exchange>, List<Finding>>();
    for (var rule : rules) {
      var total = RuleCounts.none(rule);
      var exchange = Optional.<Exchange>empty();
      for (var response : responses) {
        var counts = of(rule, response);
        var first = counts.deviating() > 0 && total.deviating() == 0;
        if (first || exchange.isEmpty() && counts.examined() > 0) {
          exchange = Optional.of(response.exchange());
        }
        total = total.plus(withRequestName(counts, response));
      }
      var verdict = total.exercised() ? Verdict.of(total, "") : notExercised.apply(rule);
      byExchange
          .computeIfAbsent(exchange, any -> new ArrayList<>())
          .add(new Finding(interaction, total, verdict));
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

  /** Adds to each reason which request it is about. */
  private static RuleCounts withRequestName(RuleCounts counts, ProbeResponse response) {
    return counts.mapReasons(reason -> reason + ", in the response to the " + response.request());
  }
}
