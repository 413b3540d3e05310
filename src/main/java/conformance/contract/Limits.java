package conformance.contract;

/**
 * How much of what was found out for each agent is kept until the end of a run, so that there is
 * room for all: counts and verdicts stay exact, and the first place of each finding is kept.
 *
 * @param places deviations, and distinct values, of each rule
 * @param characters of the beginning of each body
 */
public record Limits(int places, int characters) {
  private static final int PLACES = 5_000;
  private static final int CHARACTERS = 8_000_000;

  /** An equal share for each of {@code many}. */
  public static Limits of(int many) {
    return new Limits(Math.max(1, PLACES / many), Math.max(200, CHARACTERS / many));
  }
}
