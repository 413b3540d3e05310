package conformance.edition;

/** What became of a rule from one edition to the next. */
public enum Kind {
  /** Only the later edition has it. */
  ADDED("added"),
  /** Only the earlier edition has it. */
  REMOVED("removed"),
  /** Whoever keeps the new rule kept the old one, and not the other way round. */
  TIGHTENED("tightened"),
  /** Whoever kept the old rule keeps the new one, and not the other way round. */
  LOOSENED("loosened"),
  /** It asks for something else, or which of the two is stricter cannot be told. */
  CHANGED("changed"),
  /** It asks the same, wherever it stands. */
  UNCHANGED("unchanged");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
