package conformance.contract;

import java.util.List;

/**
 * A first read that a second one is held against.
 *
 * @param exchange the request and its response
 * @param rules those that compare the two
 */
public record PreviousRead(Exchange exchange, List<Rule> rules) {
  public PreviousRead {
    rules = List.copyOf(rules);
  }
}
