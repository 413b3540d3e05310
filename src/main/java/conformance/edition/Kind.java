package conformance.edition;

import java.util.Locale;

/** What became of a rule from one edition to the next. */
public enum Kind {
  /** Only the later edition has it. */
  ADDED,
  /** Only the earlier edition has it. */
  REMOVED,
  /** Whoever keeps the new rule kept the old one, and not the other way round. */
  TIGHTENED,
  /** Whoever kept the old rule keeps the new one, and not the other way round. */
  LOOSENED,
  /** It asks for something else, or which of the two is stricter cannot be told. */
  CHANGED,
  /** It asks the same, wherever it stands. */
  UNCHANGED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
