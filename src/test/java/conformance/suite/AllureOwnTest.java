package conformance.suite;

import conformance.contract.Exchange;
import conformance.contract.RunResult;
import io.qameta.allure.Allure;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells Allure of a test of one's own, so that nobody takes it for a rule of the contract. */
final class AllureOwnTest {
  private static final String GROUP = "tests of your own";

  private AllureOwnTest() {}

  /** Tells that the running test is one of {@code type}. */
  static void describe(Class<?> type, Optional<RunResult> report) {
    Allure.getLifecycle()
        .updateTestCase(
            result -> {
              result.setLabels(labels(type, result));
              report
                  .filter(it -> it.shard().isPresent())
                  .ifPresent(it -> AllureResults.identify(result, result.getHistoryId(), it));
            });
  }

  private static List<Label> labels(Class<?> type, TestResult result) {
    var technical =
        result.getLabels().stream().filter(it -> AllureResults.TECHNICAL.contains(it.getName()));
    var own =
        Stream.of(
            ResultsUtils.createEpicLabel(GROUP),
            ResultsUtils.createFeatureLabel(type.getSimpleName()),
            ResultsUtils.createParentSuiteLabel(GROUP),
            ResultsUtils.createSuiteLabel(type.getSimpleName()));
    return Stream.concat(technical, own).toList();
  }

  /** Attaches the exchanges of the running test, which is over. */
  static void attach(List<Exchange> exchanges) {
    // A specification has no words for itself but its address.
    Allure.getLifecycle()
        .updateTestCase(
            it -> it.getParameters().removeIf(p -> p.getValue().startsWith("io.restassured.")));
    for (var exchange : exchanges) {
      var name =
          exchanges.size() == 1
              ? "exchange"
              : "exchange, %s %s".formatted(exchange.request().method(), exchange.request().path());
      Allure.addAttachment(name, "text/plain", exchange.transcript());
    }
  }
}
