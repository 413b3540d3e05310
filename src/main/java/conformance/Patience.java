package conformance;

import conformance.contract.Environment;
import conformance.protocol.Preflight;
import conformance.report.Chapter;
import java.util.Optional;

/**
 * Ends with a target that answers none of the first few: who waits for a thousand timeouts, or
 * sends a token that is not valid a thousand times, learns nothing more. For several threads.
 */
final class Patience {
  private static final int FEW = 4;

  private boolean answered;
  private int faults;
  private Optional<Environment> lost = Optional.empty();

  /** Why nobody else need be asked for; empty as long as there is hope. */
  synchronized Optional<Environment> lost() {
    return answered ? Optional.empty() : lost;
  }

  /** Takes note of what became of an ordinary request. */
  synchronized void note(Chapter first) {
    var fault = first.environment();
    answered |= fault.isEmpty() || first.exchange().filter(Preflight::concernsOne).isPresent();
    if (!answered && fault.isPresent() && ++faults == FEW) {
      lost =
          Optional.of(
              new Environment(
                  "not asked, as the first %d were not answered: %s"
                      .formatted(FEW, fault.get().reason()),
                  fault.get().advice()));
    }
  }
}
