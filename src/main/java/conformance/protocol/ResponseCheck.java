package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Examines an exchange for one rule.
 *
 * @param applies whether the rule applies to the exchange
 * @param deviations all deviations from the rule in the exchange
 */
public record ResponseCheck(
    Rule rule, Predicate<Exchange> applies, Function<Exchange, List<Deviation>> deviations) {

  /**
   * A check of the status.
   *
   * @param met whether the exchange meets the rule
   * @param reason why the status is wrong otherwise
   */
  static ResponseCheck ofStatus(
      Rule rule,
      Predicate<Exchange> applies,
      Predicate<Exchange> met,
      Function<Exchange, String> reason) {
    return new ResponseCheck(
        rule,
        applies,
        exchange ->
            met.test(exchange)
                ? List.of()
                : Responses.statusDeviation(rule, exchange, reason.apply(exchange)));
  }

  /** Adds to {@code counter} what the exchange shows. */
  public void examine(Exchange exchange, RuleCounter counter) {
    if (applies.test(exchange)) {
      var found = deviations.apply(exchange);
      counter.examine(rule, Math.max(1, found.size()));
      found.forEach(deviation -> counter.deviate(rule, deviation));
    }
  }
}
