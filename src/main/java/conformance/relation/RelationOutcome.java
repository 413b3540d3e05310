package conformance.relation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of a relation that was put to the test.
 *
 * @param fault why it does not hold, in words; empty if it holds
 */
public record RelationOutcome(Optional<String> fault) {
  private static final Optional<RelationOutcome> HOLDS =
      Optional.of(new RelationOutcome(Optional.empty()));

  /** Words are made only of what does not hold: nearly all does. */
  static Optional<RelationOutcome> of(boolean holds, Supplier<String> faultOtherwise) {
    return holds ? HOLDS : Optional.of(new RelationOutcome(Optional.of(faultOtherwise.get())));
  }
}
