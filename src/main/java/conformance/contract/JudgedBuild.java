package conformance.contract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which build of the target was judged, by a header field of its responses.
 *
 * @param expected the field that was expected
 * @param seen the distinct values that came, in order; empty for a response without the field
 */
public record JudgedBuild(ExpectedHeader expected, List<String> seen) {

  public JudgedBuild {
    seen = List.copyOf(seen);
  }

  /** {@code X-Version "2026.11.30"}, and what was expected if anything else came. */
  @Override
  public String toString() {
    var wanted = expected.field().value();
    return "%s %s%s"
        .formatted(
            expected.field().name(),
            seen.stream().map(JudgedBuild::words).collect(Collectors.joining(", then ")),
            seen.equals(List.of(wanted)) ? "" : ", expected " + words(wanted));
  }

  /** A value as readers see it: cut, and with invisible characters made visible. */
  public static String words(String value) {
    return value.isEmpty() ? "none" : Excerpt.withoutCommands(Excerpt.text(value));
  }
}
