package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.Source;

/**
 * The rule that no response repeats the token, whatever its status. It holds as well for a target
 * that refuses to be judged.
 *
 * @param rule the rule
 */
public record TokenEcho(Rule rule) {

  /** The rule for one operation of the contract called {@code contract}. */
  public static TokenEcho of(String contract, Operation operation) {
    return new TokenEcho(
        new Rule(
            "%s/openapi.yaml#%s/token-not-repeated".formatted(contract, operation.id()),
            Level.MUST,
            new Source("Authorization; RFC 6750, section 5.2", Basis.IMPLIED),
            "token",
            "token is not repeated in the response",
            "a response without the token of the request"));
  }

  /** Notes in {@code tally} each place where the response repeats the token. */
  public void examine(Exchange exchange, RuleCounter tally) {
    if (exchange.head().isPresent()) {
      tally.examine(rule, Math.max(1, exchange.echoes().size()));
      exchange.echoes().forEach(place -> tally.deviate(rule, deviation(place)));
    }
  }

  private Deviation deviation(String place) {
    return new Deviation(
        place,
        rule.expected(),
        "text with the token in it",
        "whoever keeps, caches or logs the response keeps the token");
  }
}
