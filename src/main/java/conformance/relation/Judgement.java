package conformance.relation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of a relation that was put to the test.
 *
 * @param fault why it does not hold, in words; empty if it holds
 */
public record Judgement(Optional<String> fault) {
  private static final Optional<Judgement> HOLDS = Optional.of(new Judgement(Optional.empty()));

  /** Words are made only of what does not hold: nearly all does. */
  static Optional<Judgement> of(boolean holds, Supplier<String> faultOtherwise) {
    return holds ? HOLDS : Optional.of(new Judgement(Optional.of(faultOtherwise.get())));
  }
}
