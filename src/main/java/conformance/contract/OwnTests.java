package conformance.contract;

import java.util.List;

/**
 * What became of the tests that a team has written beside the contract.
 *
 * @param passed how many passed
 * @param failed how many failed
 * @param skipped how many were skipped, since the environment or the test itself asked for it
 * @param failures the failed ones
 * @param skips the skipped ones
 */
public record OwnTests(
    int passed, int failed, int skipped, List<Reason> failures, List<Reason> skips) {

  /**
   * Why a test did not pass.
   *
   * @param test class, method and arguments
   * @param message what it told, redacted
   */
  public record Reason(String test, String message) {

    /** In one line, cut if it is long. */
    public String line() {
      // REST Assured counts the expectations first, which tells nothing.
      var told = message.replaceFirst("^\\d+ expectations? failed\\.", "");
      return test + ": " + Excerpt.visible(Excerpt.cut(told.strip().replaceAll("\\s+", " ")));
    }
  }

  public OwnTests {
    failures = List.copyOf(failures);
    skips = List.copyOf(skips);
  }

  /** So many failed and were skipped as there are reasons. */
  public OwnTests(int passed, List<Reason> failures, List<Reason> skips) {
    this(passed, failures.size(), skips.size(), failures, skips);
  }

  @Override
  public String toString() {
    return "%,d passed, %,d failed, %,d skipped".formatted(passed, failed, skipped);
  }
}
