package conformance.suite;

/** A mistake in the files of the contract, so that nothing can be held to it. */
public final class ContractError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContractError(String message) {
    super(message, null, false, false);
  }
}
