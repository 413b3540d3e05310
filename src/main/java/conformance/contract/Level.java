package conformance.contract;

/** How binding a rule is: a broken must fails the build, a broken should is advice (RFC 2119). */
public enum Level {
  MUST("must"),
  SHOULD("should");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
