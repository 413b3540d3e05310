package conformance.contract;

/** Why a rule may be asked of a server. */
public enum Basis {
  /** The documentation says so in words. */
  STATED("stated"),
  /** Only the documentation's example shows it. */
  SHOWN("shown"),
  /** It follows from what the documentation says, or from a standard that it names. */
  IMPLIED("implied");

  private final String word;

  Basis(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
