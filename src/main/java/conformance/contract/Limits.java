package conformance.contract;

/**
 * How much is kept of the result for each agent until the end of a run, so that all fit into
 * memory. Counts and verdicts stay exact, and the first deviation of each finding is kept.
 *
 * @param places deviations, and distinct values, per rule
 * @param characters length of the beginning of each body
 */
public record Limits(int places, int characters) {
  private static final int PLACES = 5_000;
  private static final int CHARACTERS = 8_000_000;

  /** An equal share for each of {@code many} results. */
  public static Limits of(int many) {
    return new Limits(Math.max(1, PLACES / many), Math.max(200, CHARACTERS / many));
  }
}
