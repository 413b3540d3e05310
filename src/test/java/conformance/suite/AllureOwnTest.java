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

/** Labels a user's own test in Allure, to keep it apart from the rules of the contract. */
final class AllureOwnTest {
  private static final String GROUP = "tests of your own";

  private AllureOwnTest() {}

  /** Labels the running test, which belongs to {@code type}. */
  static void describe(Class<?> type, Optional<RunResult> report) {
    Allure.getLifecycle()
        .updateTestCase(
            result -> {
              result.setLabels(labels(type, result));
              report
                  .filter(run -> run.shard().isPresent())
                  .ifPresent(run -> AllureResults.identify(result, result.getHistoryId(), run));
            });
  }

  private static List<Label> labels(Class<?> type, TestResult result) {
    var technical =
        result.getLabels().stream()
            .filter(label -> AllureResults.TECHNICAL.contains(label.getName()));
    var own =
        Stream.of(
            ResultsUtils.createEpicLabel(GROUP),
            ResultsUtils.createFeatureLabel(type.getSimpleName()),
            ResultsUtils.createParentSuiteLabel(GROUP),
            ResultsUtils.createSuiteLabel(type.getSimpleName()));
    return Stream.concat(technical, own).toList();
  }

  /** Attaches the exchanges of the running test. */
  static void attach(List<Exchange> exchanges) {
    // A RequestSpecification has no readable toString.
    Allure.getLifecycle()
        .updateTestCase(
            result ->
                result.getParameters().removeIf(p -> p.getValue().startsWith("io.restassured.")));
    for (var exchange : exchanges) {
      var name =
          exchanges.size() == 1
              ? "exchange"
              : "exchange, %s %s".formatted(exchange.request().method(), exchange.request().path());
      Allure.addAttachment(name, "text/plain", exchange.transcript());
    }
  }
}
