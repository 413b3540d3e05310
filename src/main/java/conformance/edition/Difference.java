package conformance.edition;

import conformance.contract.Rule;
import java.util.Optional;

/**
 * A rule in two editions; one of the two may lack it.
 *
 * @param kind what became of it
 * @param before as the earlier edition has it
 * @param after as the later edition has it
 */
public record Difference(Kind kind, Optional<Rule> before, Optional<Rule> after) {

  /** The rule as it is now, or was last. */
  public Rule rule() {
    return after.or(() -> before).orElseThrow();
  }
}
