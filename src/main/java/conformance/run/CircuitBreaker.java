package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.protocol.EnvironmentFaults;
import java.util.Optional;

/**
 * Stops sending requests to a target that gives no usable response to the first few: more timeouts,
 * or more refusals of an invalid token, would show nothing new. Thread-safe.
 */
final class CircuitBreaker {
  private static final int MAX_FAULTS = 4;

  private boolean responded;
  private int faults;
  private Optional<EnvironmentFault> cause = Optional.empty();

  /** Why no more requests are sent; empty while the circuit is closed. */
  synchronized Optional<EnvironmentFault> open() {
    return responded ? Optional.empty() : cause;
  }

  /** Records the result of an ordinary request. */
  synchronized void note(InteractionResult result) {
    var fault = result.environment();
    responded |=
        fault.isEmpty() || result.exchange().filter(EnvironmentFaults::concernsOne).isPresent();
    if (!responded && fault.isPresent() && ++faults == MAX_FAULTS) {
      cause =
          Optional.of(
              new EnvironmentFault(
                  "not asked, as the first %d were not answered: %s"
                      .formatted(MAX_FAULTS, fault.get().reason()),
                  fault.get().remedy()));
    }
  }
}
