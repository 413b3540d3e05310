package conformance.schema.prover;

/** A schema has something that this package does not know. */
final class Unprovable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unprovable(String location) {
    super(location, null, false, false);
  }
}
