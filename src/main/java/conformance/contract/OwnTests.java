package conformance.contract;

import java.util.List;

/**
 * The results of the tests that a team has written in addition to the contract.
 *
 * @param passed how many passed
 * @param failed how many failed
 * @param skipped how many were skipped, by the test itself or because of the environment
 * @param failures the failed ones
 * @param skips the skipped ones
 */
public record OwnTests(
    int passed, int failed, int skipped, List<Reason> failures, List<Reason> skips) {

  /**
   * Why a test did not pass.
   *
   * @param test class, method and arguments
   * @param message its message, redacted
   */
  public record Reason(String test, String message) {

    /** In one line, truncated if it is long. */
    public String line() {
      // REST Assured begins with a count of failed expectations, which is of no use.
      var text = message.replaceFirst("^\\d+ expectations? failed\\.", "");
      return test + ": " + Excerpt.visible(Excerpt.cut(text.strip().replaceAll("\\s+", " ")));
    }
  }

  public OwnTests {
    failures = List.copyOf(failures);
    skips = List.copyOf(skips);
  }

  /** Counts failed and skipped tests by their reasons. */
  public OwnTests(int passed, List<Reason> failures, List<Reason> skips) {
    this(passed, failures.size(), skips.size(), failures, skips);
  }

  /** How many there are. */
  public int all() {
    return passed + failed + skipped;
  }

  @Override
  public String toString() {
    return "%,d passed, %,d failed, %,d skipped".formatted(passed, failed, skipped);
  }
}
