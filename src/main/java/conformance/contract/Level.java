package conformance.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How binding a rule is (RFC 2119): a broken must fails the build, a broken should is advice. */
public enum Level {
  MUST,
  SHOULD;

  /** The level named {@code word}; empty if there is none. */
  static Optional<Level> of(String word) {
    return Arrays.stream(values()).filter(level -> level.toString().equals(word)).findAny();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
