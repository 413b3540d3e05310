package conformance.report;

import conformance.contract.Rule;
import conformance.exchange.Exchange;
import java.util.List;

/**
 * A first read that a second one is held against.
 *
 * @param exchange the request and its response
 * @param rules those that compare the two
 */
public record Before(Exchange exchange, List<Rule> rules) {
  public Before {
    rules = List.copyOf(rules);
  }
}
