package conformance.run;

import java.time.Duration;
import java.util.List;

/** How many requests a run will send, if none must be sent again, and how long that takes. */
final class RequestBudget {
  /** A shorter run need not say so. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private RequestBudget() {}

  /** {@code 20 requests to https://staging.example.com, at most 5.0 a second}. */
  static String of(List<CompiledOperation> operations, RunRequest request) {
    var requests = operations.stream().mapToInt(operation -> requests(operation, request)).sum();
    var rate = request.target().rate();
    return "%,d requests to %s%s%s"
        .formatted(
            requests,
            request.mode().equals("fixture") ? "the embedded fixture, " : "",
            request.target().url(),
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

  private static int requests(CompiledOperation operation, RunRequest request) {
    var combinations = request.combinations(operation.operation());
    return operation.requests() * combinations.size()
        + operation.probes().requests(combinations.get(0), request.probing());
  }
}
