package conformance.suite;

import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.report.EnvironmentSummary;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance run: judges the target once, then reports each rule as a test. */
@DisplayName("The target keeps the contract")
@Order(1) // before the user's own tests, which are skipped if the target cannot be judged
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class ContractIT {
  /** Number of tests that are about no rule. */
  static final int ABOUT_THE_RUN = 3;

  private static final String NOT_JUDGED =
      "not demonstrated, the target's answers could not be judged";

  // Not a @BeforeAll method: Allure would show it with every test, and cannot handle its failure.
  @RegisterExtension
  static final BeforeAllCallback BEFORE = context -> report = CurrentRun.of(context).judge();

  /** Replaced by the self-tests only, since a process cannot change its environment. */
  public static Map<String, String> environment = System.getenv();

  private static RunResult report;

  static Stream<ReportedRule> rules() {
    return ReportedRule.of(report);
  }

  @Test
  @Order(1)
  @DisplayName("the target can be reached, and accepts the token and the parameters")
  void canBeJudged() {
    AllureResults.describeRun(report);
    AllureResults.timeOfFirstExchange(report);
    var faults = EnvironmentSummary.lines(report);
    if (!faults.isEmpty() && report.strictness().allowEnvironment()) {
      throw new SkippedRule("environment: " + String.join("\n", faults));
    }
    if (!faults.isEmpty()) {
      throw new EnvironmentError(String.join("\n", faults));
    }
  }

  @Test
  @Order(2)
  @DisplayName("the target's data put the contract to the test")
  void hasDataToJudge() {
    AllureResults.describeRun(report);
    AllureResults.attachCoverage(report);
    if (!report.demonstrated()) {
      if (!EnvironmentSummary.lines(report).isEmpty() || report.outcome() == Outcome.DEVIATES) {
        throw new SkippedRule(NOT_JUDGED);
      }
      var message = "the target listed nothing, so the run says nothing about it";
      if (report.strictness().allowEmpty()) {
        throw new SkippedRule("not demonstrated, " + message);
      }
      message += ". Ask for parameters that have data, or set contract.allowEmpty=true";
      throw new BrokenRule(message, message);
    }
  }

  @Test
  @Order(3)
  @DisplayName("the known deviations are current")
  void knownDeviationsAreCurrent() {
    AllureResults.describeRun(report);
    if (!report.knownProblems().isEmpty()) {
      throw BrokenRule.ofEntries(report.knownProblems());
    }
    if (!report.knownWarnings().isEmpty()) {
      throw new SkippedRule("warning: " + String.join("\n", report.knownWarnings()));
    }
    if (!report.demonstrated() && !EnvironmentSummary.lines(report).isEmpty()) {
      throw new SkippedRule(NOT_JUDGED);
    }
  }

  @Order(4)
  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("rule:")
  void keepsTheRule(ReportedRule test) {
    AllureResults.describe(test);
    if (test.fails()) {
      throw new BrokenRule(test.line(), test.message());
    }
    if (!test.passes()) {
      throw new SkippedRule(test.line(), test.message());
    }
  }
}
