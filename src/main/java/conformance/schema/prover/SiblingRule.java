package conformance.schema.prover;

/** A rule between properties of an object, or between one and the time of the response. */
sealed interface SiblingRule {
  /** What a comparison found. */
  enum Outcome {
    /** There is nothing to compare, and nothing is counted. */
    NOT_COMPARABLE,
    HOLDS,
    BROKEN;

    static Outcome of(boolean holds) {
      return holds ? HOLDS : BROKEN;
    }
  }

  int counters();

  Outcome compare(SiblingValues values);

  /** {@code x-not-more-than}. */
  record NotMoreThan(int counters, int own, int other) implements SiblingRule {
    @Override
    public Outcome compare(SiblingValues values) {
      return values.isNumber(own) && values.isNumber(other)
          ? Outcome.of(values.number(own) <= values.number(other))
          : Outcome.NOT_COMPARABLE;
    }
  }

  /** {@code x-not-after}, and with the roles changed {@code x-not-before}. */
  record NotAfter(int counters, int first, int second) implements SiblingRule {
    @Override
    public Outcome compare(SiblingValues values) {
      return values.isInstant(first) && values.isInstant(second)
          ? Outcome.of(values.compareInstants(first, second) <= 0)
          : Outcome.NOT_COMPARABLE;
    }
  }

  /**
   * {@code x-not-in-future}.
   *
   * @param skew in seconds
   */
  record NotInFuture(int counters, int own, long skew) implements SiblingRule {
    @Override
    public Outcome compare(SiblingValues values) {
      return values.hasNow() && values.isInstant(own)
          ? Outcome.of(values.isBeforeNow(own, skew))
          : Outcome.NOT_COMPARABLE;
    }
  }

  /**
   * {@code x-age-of}.
   *
   * @param own a value read as an age
   * @param skew in seconds
   */
  record AgeOf(int counters, int own, int of, long skew) implements SiblingRule {
    @Override
    public Outcome compare(SiblingValues values) {
      return values.hasNow() && values.isAge(own) && values.isInstant(of)
          ? Outcome.of(values.fits(own, of, skew))
          : Outcome.NOT_COMPARABLE;
    }
  }
}
