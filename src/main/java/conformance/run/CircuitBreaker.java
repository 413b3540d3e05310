package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.protocol.EnvironmentFaults;
import java.util.Optional;

/**
 * Ends with a target that answers none of the first few: who waits for a thousand timeouts, or
 * sends a token that is not valid a thousand times, learns nothing more. For several threads.
 */
final class CircuitBreaker {
  private static final int FEW = 4;

  private boolean answered;
  private int faults;
  private Optional<EnvironmentFault> lost = Optional.empty();

  /** Why nothing else need be asked for; empty while the circuit is closed. */
  synchronized Optional<EnvironmentFault> open() {
    return answered ? Optional.empty() : lost;
  }

  /** Takes note of what became of an ordinary request. */
  synchronized void note(InteractionResult first) {
    var fault = first.environment();
    answered |=
        fault.isEmpty() || first.exchange().filter(EnvironmentFaults::concernsOne).isPresent();
    if (!answered && fault.isPresent() && ++faults == FEW) {
      lost =
          Optional.of(
              new EnvironmentFault(
                  "not asked, as the first %d were not answered: %s"
                      .formatted(FEW, fault.get().reason()),
                  fault.get().advice()));
    }
  }
}
