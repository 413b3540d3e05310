package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Since.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTest {

  @ParameterizedTest(name = "{0} to {1} is {2}")
  @CsvSource({
    "KEPT 0/0, BROKEN 1/9, new",
    "NOT_DEMONSTRATED 0/0, BROKEN 1/9, new",
    "NOT_APPLICABLE 0/0, KNOWN 1/9, new",
    "BROKEN 1/9, BROKEN 2/9, worse",
    "BROKEN 2/9, BROKEN 1/9, better",
    "BROKEN 3/9, BROKEN 3/9, ",
    // What a growing list alone brings about is no change.
    "BROKEN 9/9, BROKEN 10/10, ",
    "BROKEN 3/9, BROKEN 4/90, ",
    "BROKEN 3/9, BROKEN 3/90, ",
    "BROKEN 3/90, BROKEN 2/9, ",
    // A body that breaks off is counted as far as it was read.
    "BROKEN 1/0, BROKEN 1/0, ",
    "BROKEN 1/1000, BROKEN 2/0, worse",
    // Whether it is accepted is not the target's doing.
    "BROKEN 1/9, KNOWN 1/9, ",
    "KNOWN 1/9, BROKEN 1/9, ",
    "KNOWN 1/9, KEPT 0/0, fixed",
    "BROKEN 1/9, KEPT 0/0, fixed",
    "BROKEN 1/9, NOT_DEMONSTRATED 0/0, no longer demonstrated",
    "BROKEN 1/9, NOT_APPLICABLE 0/0, no longer demonstrated",
    "KEPT 0/0, NOT_DEMONSTRATED 0/0, no longer demonstrated",
    "KEPT 0/0, NOT_APPLICABLE 0/0, ",
    "KEPT 0/0, KEPT 0/0, ",
    "NOT_DEMONSTRATED 0/0, KEPT 0/0, ",
    "NOT_DEMONSTRATED 0/0, NOT_DEMONSTRATED 0/0, ",
  })
  void tellsWhatBecameOfARule(String before, String now, String kind) {
    var since = state(now).since(state(before));
    assertThat(since.map(Since.Kind::toString).orElse(null)).isEqualTo(kind);
  }

  private static State state(String text) {
    var parts = text.split("[ /]");
    return new State(
        Severity.valueOf(parts[0]), Long.parseLong(parts[2]), Long.parseLong(parts[1]));
  }
}
