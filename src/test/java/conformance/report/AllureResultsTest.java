package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Level;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllureResultsTest {
  private static final Chapter CHAPTER =
      Sample.chapter(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
  private static final Chapter MENDED = Sample.chapter(Sample.finding(Level.MUST, 5_000));

  @Test
  void groupsByOperationSubjectAndRuleAndBySuiteOfEachAgent() {
    assertThat(described(CHAPTER).getLabels())
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
  void isTheSameTestInEveryRunAndAnotherForEveryAgentAndInteraction() {
    var id = described(CHAPTER).getHistoryId();
    assertThat(described(MENDED).getHistoryId()).isEqualTo(id);
    assertThat(described(MENDED).getTestCaseId()).isEqualTo(id);
    assertThat(described(Sample.of("o2", CHAPTER)).getHistoryId()).isNotEqualTo(id);
    assertThat(described(Sample.named("read again", CHAPTER)).getHistoryId()).isNotEqualTo(id);
  }

  @Test
  void linksToTheFileThatHoldsTheRule() {
    assertThat(described(CHAPTER).getLinks())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.getName()).isEqualTo("things/thing.schema.json");
              assertThat(link.getUrl()).isEqualTo("../../schemas/things/thing.schema.json");
            });
  }

  private static TestResult described(Chapter chapter) {
    var report = Sample.report(new Strictness(false, false), chapter);
    var result =
        new TestResult()
            .setLabels(
                List.of(
                    new Label().setName("suite").setValue("conformance.ContractIT"),
                    new Label().setName("thread").setValue("main")));
    AllureResults.describe(result, TestCase.of(report).findFirst().orElseThrow());
    return result;
  }
}
