package conformance.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the documentation supports a rule. */
public enum Basis {
  /** The documentation says so in words. */
  STATED,
  /** Only the documentation's example shows it. */
  SHOWN,
  /** It follows from what the documentation says, or from a standard that it names. */
  IMPLIED;

  /** The basis named {@code word}; empty if there is none. */
  static Optional<Basis> of(String word) {
    return Arrays.stream(values()).filter(basis -> basis.toString().equals(word)).findAny();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
