package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Examines an exchange for one rule.
 *
 * @param rule the rule
 * @param applies whether the exchange puts the rule to the test
 * @param deviation where the exchange does not meet it, if it does not
 */
public record ResponseCheck(
    Rule rule, Predicate<Exchange> applies, Function<Exchange, Optional<Deviation>> deviation) {

  /** Notes in {@code tally} what the exchange shows. */
  public void examine(Exchange exchange, RuleCounter tally) {
    if (applies.test(exchange)) {
      tally.examine(rule, 1);
      deviation.apply(exchange).ifPresent(it -> tally.deviate(rule, it));
    }
  }
}
