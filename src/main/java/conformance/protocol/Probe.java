package conformance.protocol;

import conformance.contract.Rule;
import conformance.exchange.Request;
import java.util.List;

/**
 * A request that is out of the ordinary, and what its answer is held to.
 *
 * @param name how people call it: {@code request without Authorization}
 * @param request what is sent
 * @param writes whether it asks the target to change something
 * @param documented whether it is for the application to answer, so that an error is one of those
 *     that are documented; what is no path of the API may be refused by any server in front of it
 * @param checks what its answer is held to, whatever it is
 */
public record Probe(
    String name, Request request, boolean writes, boolean documented, List<ResponseCheck> checks) {

  public Probe {
    checks = List.copyOf(checks);
  }

  /** The rules of its own. */
  public List<Rule> rules() {
    return checks.stream().map(ResponseCheck::rule).toList();
  }
}
