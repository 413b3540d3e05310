package conformance.suite;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.RunResult;
import conformance.protocol.EnvironmentFaults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The exchanges of the test of one's own that is running. */
final class RecentExchanges {
  /** Not more are kept, the last ones: a test that fails has failed there. */
  private static final int KEPT = 20;

  private final Deque<Exchange> exchanges = new ArrayDeque<>();

  synchronized void add(Exchange exchange) {
    exchanges.add(exchange);
    if (exchanges.size() > KEPT) {
      exchanges.remove();
    }
  }

  /** Those of the test that is over. */
  synchronized List<Exchange> take() {
    var taken = List.copyOf(exchanges);
    exchanges.clear();
    return taken;
  }

  /** The network's or the load's fault, or what kept the run from judging the same resource. */
  synchronized Optional<EnvironmentFault> fault(Optional<RunResult> report) {
    return exchanges.stream()
        .flatMap(it -> EnvironmentFaults.ofProbe(it).or(() -> ofRun(report, it)).stream())
        .findFirst();
  }

  private static Optional<EnvironmentFault> ofRun(Optional<RunResult> report, Exchange exchange) {
    return report.stream()
        .flatMap(it -> it.results().stream())
        .filter(it -> it.exchange().filter(e -> e.url().equals(exchange.url())).isPresent())
        .flatMap(it -> it.environment().stream())
        .findFirst();
  }
}
