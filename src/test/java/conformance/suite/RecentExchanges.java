package conformance.suite;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.RunResult;
import conformance.protocol.EnvironmentFaults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last exchanges of the user's own test that is running. */
final class RecentExchanges {
  /** The last exchanges are those that explain a failure. */
  private static final int MAX_KEPT = 20;

  private final Deque<Exchange> exchanges = new ArrayDeque<>();

  synchronized void add(Exchange exchange) {
    exchanges.add(exchange);
    if (exchanges.size() > MAX_KEPT) {
      exchanges.remove();
    }
  }

  /** Removes and returns the exchanges. */
  synchronized List<Exchange> take() {
    var taken = List.copyOf(exchanges);
    exchanges.clear();
    return taken;
  }

  /**
   * The fault of the last exchange: of the network, an overload, or what kept the run from judging
   * the same URL. A test that went on after an earlier fault has failed for a reason of its own.
   */
  synchronized Optional<EnvironmentFault> fault(Optional<RunResult> report) {
    return Optional.ofNullable(exchanges.peekLast())
        .flatMap(last -> EnvironmentFaults.ofProbe(last).or(() -> ofRun(report, last)));
  }

  private static Optional<EnvironmentFault> ofRun(Optional<RunResult> report, Exchange exchange) {
    return report.stream()
        .flatMap(run -> run.results().stream())
        .filter(r -> r.exchange().filter(e -> e.url().equals(exchange.url())).isPresent())
        .flatMap(result -> result.environment().stream())
        .findFirst();
  }
}
