package conformance.contract;

import java.util.List;

/**
 * The first read that a second one is compared with.
 *
 * @param rules the rules that compare the two
 */
public record PreviousRead(Exchange exchange, List<Rule> rules) {
  public PreviousRead {
    rules = List.copyOf(rules);
  }
}
