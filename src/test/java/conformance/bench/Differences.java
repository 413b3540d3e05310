package conformance.bench;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** In what two long lists differ, in short. */
final class Differences {
  private static final int SHOWN = 5;

  private Differences() {}

  /** A line for each of the first differences. */
  static List<String> between(List<String> expected, List<String> found) {
    var missing = new TreeSet<>(expected);
    found.forEach(missing::remove);
    var extra = new TreeSet<>(found);
    expected.forEach(extra::remove);
    var twice = found.size() - new TreeSet<>(found).size();
    return Stream.of(
            missing.stream().map(it -> "missing: " + it).limit(SHOWN),
            extra.stream().map(it -> "not expected: " + it).limit(SHOWN),
            Stream.of("found twice: " + twice).filter(it -> twice > 0))
        .flatMap(it -> it)
        .toList();
  }
}
