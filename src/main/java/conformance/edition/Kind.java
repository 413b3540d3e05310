package conformance.edition;

import java.util.Locale;

/** What became of a rule from one edition to the next. */
public enum Kind {
  /** Only the later edition has it. */
  ADDED,
  /** Only the earlier edition has it. */
  REMOVED,
  /** A server that keeps the new rule keeps the old one, but not vice versa. */
  TIGHTENED,
  /** A server that keeps the old rule keeps the new one, but not vice versa. */
  LOOSENED,
  /** It requires something else, or neither of the two is clearly stricter. */
  CHANGED,
  /** It requires the same, possibly at another address. */
  UNCHANGED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
