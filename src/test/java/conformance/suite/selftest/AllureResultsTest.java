package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.RequestLink;
import conformance.contract.RunResult;
import conformance.contract.Shard;
import conformance.contract.Strictness;
import conformance.report.Sample;
import conformance.suite.AllureResults;
import conformance.suite.ReportedRule;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllureResultsTest {
  private static final Strictness PLAIN = new Strictness(false, false);
  private static final InteractionResult RESULT =
      Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
  private static final InteractionResult MENDED = Sample.result(Sample.finding(Level.MUST, 5_000));

  @Test
  void groupsByOperationSubjectAndRuleAndBySuiteOfEachAgent() {
    assertThat(described(RESULT).getLabels())
        .extracting(it -> it.getName() + " " + it.getValue())
        .containsExactly(
            "thread main",
            "epic GET /things/{owner}/all",
            "feature at",
            "story at is an RFC 3339 date-time",
            "parentSuite owner o1",
            "suite list things",
            "subSuite at",
            "severity critical",
            "tag must",
            "tag stated");
  }

  @Test
  void isTheSameTestInEveryRunWhicheverAgentsAreAskedForAndAnotherForEveryInteraction() {
    var id = described(RESULT).getHistoryId();
    assertThat(described(MENDED).getHistoryId()).isEqualTo(id);
    assertThat(described(MENDED).getTestCaseId()).isEqualTo(id);
    assertThat(described(Sample.of("o2", RESULT)).getHistoryId()).isEqualTo(id);
    assertThat(described(RESULT, Sample.of("o2", RESULT)).getHistoryId()).isEqualTo(id);
    assertThat(described(Sample.named("read again", RESULT)).getHistoryId()).isNotEqualTo(id);
  }

  @Test
  void isAnotherTestInEveryShard() {
    var results =
        Stream.of(
                Optional.<Shard>empty(), Optional.of(new Shard(1, 2)), Optional.of(new Shard(2, 2)))
            .map(shard -> described(Sample.in(shard, Sample.report(PLAIN, RESULT))))
            .toList();
    assertThat(results).extracting(TestResult::getHistoryId).doesNotHaveDuplicates();
    assertThat(results).extracting(TestResult::getTestCaseId).doesNotHaveDuplicates();
    assertThat(results.get(0).getParameters())
        .containsExactly(new Parameter().setName("owner").setValue("o1"));
    assertThat(results.get(2).getParameters())
        .containsExactly(
            new Parameter().setName("owner").setValue("o1"),
            new Parameter().setName("shard").setValue("2/2"));
  }

  @Test
  void standsForAllAgentsTogether() {
    var result = described(RESULT, Sample.of("o2", RESULT));
    assertThat(result.getName()).isEqualTo("at is an RFC 3339 date-time");
    assertThat(result.getParameters()).isEmpty();
    assertThat(result.getLabels())
        .contains(new Label().setName("parentSuite").setValue("2 values of owner"));
  }

  @Test
  void linksToTheFileThatHoldsTheRule() {
    assertThat(described(RESULT).getLinks())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.getName()).isEqualTo("things/thing.schema.json");
              assertThat(link.getUrl()).isEqualTo("../../schemas/things/thing.schema.json");
            });
  }

  @Test
  void linksToTheLogsOfARequestThatShowsADeviation() {
    var link = Optional.of(new RequestLink("https://logs.example.com/?q={}"));
    var answered = Sample.answered("CF-Ray", "<7>", RESULT);
    var report = Sample.report(PLAIN, answered).with(Optional.empty(), link);
    assertThat(described(report).getLinks())
        .extracting(it -> it.getName() + " " + it.getUrl())
        .containsExactly(
            "things/thing.schema.json ../../schemas/things/thing.schema.json",
            "logs of the request https://logs.example.com/?q=%3C7%3E");
    var mended = Sample.report(PLAIN, MENDED).with(Optional.empty(), link);
    assertThat(described(mended).getLinks()).hasSize(1);
  }

  private static TestResult described(InteractionResult... results) {
    return described(Sample.report(PLAIN, results));
  }

  private static TestResult described(RunResult report) {
    var result =
        new TestResult()
            .setLabels(
                List.of(
                    new Label().setName("suite").setValue("conformance.suite.ContractIT"),
                    new Label().setName("thread").setValue("main")));
    AllureResults.describe(result, ReportedRule.of(report).findFirst().orElseThrow());
    return result;
  }
}
