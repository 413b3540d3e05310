package conformance.edition;

import conformance.contract.Rule;
import java.util.Optional;

/**
 * A rule in two editions.
 *
 * @param before the rule in the earlier edition, if it is there
 * @param after the rule in the later edition, if it is there
 */
public record Difference(Kind kind, Optional<Rule> before, Optional<Rule> after) {

  /** The later version of the rule. */
  public Rule rule() {
    return after.or(() -> before).orElseThrow();
  }
}
