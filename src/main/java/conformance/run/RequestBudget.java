package conformance.run;

import java.time.Duration;
import java.util.List;

/** The number of requests of a run without retries, and how long they take. */
final class RequestBudget {
  /** The duration of shorter runs is not printed. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private RequestBudget() {}

  /** {@code 20 requests to https://staging.example.com, at most 5.0 a second}. */
  static String of(List<CompiledOperation> operations, RunRequest request) {
    var requests = operations.stream().mapToInt(operation -> requests(operation, request)).sum();
    // One look before the first request, and one after the last.
    requests += request.expectedHeader().isPresent() ? 2 : 0;
    var rate = request.target().rate();
    return "%,d requests to %s%s%s"
        .formatted(
            requests,
            request.mode().equals("fixture") ? "the embedded fixture, " : "",
            request.target().url(),
            rate.isPresent() ? ", at most " + pace(requests, rate.getAsDouble()) : "");
  }

  private static String pace(int requests, double rate) {
    var duration = Duration.ofSeconds(Math.round(requests / rate));
    return "%s a second%s"
        .formatted(
            rate,
            duration.compareTo(LONG) < 0
                ? ""
                : ": %,d minutes %d seconds at least"
                    .formatted(duration.toMinutes(), duration.toSecondsPart()));
  }

  private static int requests(CompiledOperation operation, RunRequest request) {
    var combinations = request.combinations(operation.operation());
    return operation.requests() * combinations.size()
        + operation
            .probes()
            .requests(combinations.get(0), request.probing(), request.other(operation.operation()));
  }
}
