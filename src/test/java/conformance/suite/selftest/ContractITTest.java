package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.suite.BrokenRule;
import conformance.suite.SkippedRule;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JUnit is told: a suite that finds every fault and fails no test would be of no use. */
@Tag("slow")
class ContractITTest {
  /** Tests of the run as a whole: reachable, something to judge, known deviations. */
  private static final int OF_THE_RUN = 3;

  @TempDir Path folder;

  @Test
  void passesATargetThatKeepsTheContract() throws Exception {
    var run = NestedRun.onFixture(folder, "conforming", Map.of());
    assertThat(run.failures()).isEmpty();
    assertThat(run.outcome()).isEqualTo("conforms");
    assertThat(run.total("kept")).isGreaterThan(80);
    assertThat(run.passed()).isEqualTo(run.total("kept") + OF_THE_RUN);
    assertThat(run.skipTypes())
        .hasSize(
            run.total("known")
                + run.total("notDemonstrated")
                + run.total("notApplicable")
                + run.report().at("/documentation/known").asInt())
        .containsOnly(SkippedRule.class);
    assertThat(run.skips())
        .anyMatch(it -> it.startsWith("known: updated_at is an RFC 3339 date-time, documented"));
    assertThat(run.console())
        .contains(" requests to the embedded fixture, http://127.0.0.1")
        .contains("conforms: ");
    assertThat(folder.resolve("allure-results/categories.json")).isNotEmptyFile();
    assertThat(folder.resolve("allure-results/environment.properties"))
        .content()
        .contains("Outcome=conforms\n");
  }

  @Test
  void failsOneTestForOneBrokenRule() throws Exception {
    var run = NestedRun.onFixture(folder, "documented-example", Map.of());
    assertThat(run.outcome()).isEqualTo("deviates");
    assertThat(run.failureTypes()).containsExactly(BrokenRule.class);
    assertThat(run.failures().get(0))
        .isEqualTo(
            "updated_at is an RFC 3339 date-time: broken in 1 of 1. /0/updated_at is"
                + " \"2024-02-29T04:22:89Z\": second 89 is outside 0-59");
  }

  @Test
  void failsOneTestForEachBrokenRule() throws Exception {
    var run = NestedRun.onFixture(folder, "three-faults", Map.of());
    assertThat(run.failures()).hasSize(3).hasSize(run.total("broken"));
    assertThat(run.failures()).doesNotHaveDuplicates();
  }

  @Test
  void failsOneTestForAFaultInEveryItem() throws Exception {
    var run = NestedRun.onFixture(folder, "every-item", Map.of());
    assertThat(run.failures()).hasSize(1).first().asString().contains("broken in 12 of 12.");
  }

  @ParameterizedTest
  @CsvSource({
    "connection-reset, HTTP status is 200: broken in 1 of 1. status is no response",
    "status-500, HTTP status is 200: broken in 1 of 1. status is 500",
    "body-empty, body is one JSON value: broken in 1 of 1",
  })
  void failsForAnAnswerThatIsNone(String fixture, String message) throws Exception {
    var run = NestedRun.onFixture(folder, fixture, Map.of());
    assertThat(run.outcome()).isEqualTo("deviates");
    assertThat(run.failures()).hasSize(1).first().asString().startsWith(message);
    assertThat(run.skips()).contains("not demonstrated, the target's answers could not be judged");
  }

  @Test
  void namesAPageThatAnswersAndHoldsAgainstItThatItIsNoJson() throws Exception {
    var run = NestedRun.onFixture(folder, "body-html", Map.of());
    assertThat(run.outcome()).isEqualTo("deviates");
    var page = "a page, not the API, answered: status 200, title \"Bad gateway\"";
    assertThat(run.failures()).hasSize(2);
    assertThat(run.failures().get(0)).contains(page);
    assertThat(run.failures().get(1)).startsWith("body is one JSON value: broken in 1 of 1");
    assertThat(run.skips()).contains("not demonstrated, %s: HTTP status is 200".formatted(page));
    assertThat(run.console()).contains("not judged, " + page);
    assertThat(run.total("broken")).isEqualTo(1);
  }

  @Test
  void skipsForBrokenAdvice() throws Exception {
    var run = NestedRun.onFixture(folder, "file-name-xlsx", Map.of());
    assertThat(run.failures()).isEmpty();
    assertThat(run.outcome()).isEqualTo("conforms");
    assertThat(run.total("advice")).isEqualTo(1);
    assertThat(run.skips())
        .filteredOn(it -> it.startsWith("file_name is "))
        .hasSize(1)
        .first()
        .asString()
        .contains("broken in 1 of 2. /1/file_name is \"customers.xlsx\"");
  }

  @Test
  void failsForBrokenAdviceAndUnseenRulesUnderStrictSettings() throws Exception {
    var run = NestedRun.onFixture(folder, "file-name-xlsx", Map.of("contract.strict", "true"));
    assertThat(run.outcome()).isEqualTo("deviates");
    assertThat(run.failures()).hasSize(run.total("advice") + run.total("notDemonstrated"));
    assertThat(run.failures()).anyMatch(it -> it.startsWith("file_name is "));
    assertThat(run.total("notDemonstrated")).isPositive();
    assertThat(run.skips()).noneMatch(it -> it.startsWith("not demonstrated"));
  }
}
