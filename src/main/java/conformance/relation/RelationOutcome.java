package conformance.relation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The outcome of a comparison.
 *
 * @param reason why the relation does not hold; empty if it holds
 */
public record RelationOutcome(Optional<String> reason) {
  private static final Optional<RelationOutcome> HOLDS =
      Optional.of(new RelationOutcome(Optional.empty()));

  /** The reason is built only if needed: nearly all relations hold. */
  static Optional<RelationOutcome> of(boolean holds, Supplier<String> reasonIfNot) {
    return holds ? HOLDS : Optional.of(new RelationOutcome(Optional.of(reasonIfNot.get())));
  }
}
