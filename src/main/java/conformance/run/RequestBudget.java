package conformance.run;

import java.time.Duration;
import java.util.List;

/** How many requests a run will send, if none must be sent again, and how long that takes. */
final class RequestBudget {
  /** A shorter run need not say so. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private RequestBudget() {}

  /** {@code 20 requests to https://staging.example.com, at most 5.0 a second}. */
  static String of(List<CompiledOperation> judges, RunRequest assignment) {
    var requests = judges.stream().mapToInt(judge -> requests(judge, assignment)).sum();
    var rate = assignment.target().rate();
    return "%,d requests to %s%s%s"
        .formatted(
            requests,
            assignment.mode().equals("fixture") ? "the embedded fixture, " : "",
            assignment.target().url(),
            rate.isPresent() ? ", at most " + pace(requests, rate.getAsDouble()) : "");
  }

  private static String pace(int requests, double rate) {
    var least = Duration.ofSeconds(Math.round(requests / rate));
    return "%s a second%s"
        .formatted(
            rate,
            least.compareTo(LONG) < 0
                ? ""
                : ": %,d minutes %d seconds at least"
                    .formatted(least.toMinutes(), least.toSecondsPart()));
  }

  private static int requests(CompiledOperation judge, RunRequest assignment) {
    var combinations = assignment.combinations(judge.operation());
    return judge.requests() * combinations.size()
        + judge.prober().requests(combinations.get(0), assignment.probing());
  }
}
