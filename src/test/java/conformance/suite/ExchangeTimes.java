package conformance.suite;

import conformance.contract.Exchange;
import io.qameta.allure.model.TestResult;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The times of exchanges, for the tests that report them: a test itself only looks up what the run
 * has found out before.
 */
final class ExchangeTimes {
  /** The exchanges by the unique id of the test, until its result is written. */
  private static final Map<String, Exchange> EXCHANGES = new ConcurrentHashMap<>();

  private ExchangeTimes() {}

  /** Notes that the test reports {@code exchange}. */
  static void put(TestResult test, Exchange exchange) {
    if (test.getUuid() != null) {
      EXCHANGES.put(test.getUuid(), exchange);
    }
  }

  /** Sets start and stop of a finished test, which Allure has set to its own. */
  static void apply(TestResult test) {
    var exchange = EXCHANGES.remove(test.getUuid());
    if (exchange != null) {
      test.setStart(exchange.began().toEpochMilli());
      test.setStop(exchange.began().plus(exchange.took()).toEpochMilli());
    }
  }
}
