package conformance;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.ContractReader;
import conformance.contract.Finding;
import conformance.contract.Rule;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Behaviour;
import conformance.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both reads of a list, one by one and against each other. */
class JudgeTest {
  private static final String AGENT = "agent_id 3c90c3cc-0d44-4b50-8888-8dd25736052a";

  @Test
  void tellsWhatItDoesAndHowItStands() {
    var lines = new ArrayList<String>();
    try (var server = ApiServer.good()) {
      FixtureRun.at(server.url()).report(Probing.READING, lines::add);
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0))
          .isEqualTo(
              "%d requests to the embedded fixture, %s", server.asked().size(), server.url());
      assertThat(lines.get(1))
          .startsWith("list batches, " + AGENT + ": 1 item; ")
          .contains(" (2 requests, ");
      assertThat(lines.get(2)).startsWith("list batches, out of the ordinary: ");
    }
  }

  @Test
  void tellsNothingOfProbesThatAreNotSent() {
    var lines = new ArrayList<String>();
    try (var server = ApiServer.good()) {
      FixtureRun.at(server.url()).report(Probing.NONE, lines::add);
      assertThat(lines).hasSize(2);
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void judgesTheDocumentedExampleInEveryRun() {
    assertThat(broken(report((asked, documented) -> documented)))
        .containsExactly(
            "documented example: batches/batch.schema.json#/properties/updated_at/format");
  }

  @Test
  void holdsTheSecondReadAgainstTheFirst() {
    assertThat(
            broken(
                report(second(it -> new Answer(200, it.headers(), it.body().replace("11", "12"))))))
        .contains(
            "list batches, read again:"
                + " batches/batch.advice.schema.json#/properties/total_contacts/x-constant");
  }

  @Test
  void holdsTheSecondReadToItsStatus() {
    assertThat(broken(report(second(it -> ApiServer.error(500, "sorry")))))
        .contains("list batches, read again: batches/openapi.yaml#listBatches/200/status");
  }

  @Test
  void findsTheTokenInEitherRead() {
    var echo =
        report(
            (asked, documented) ->
                new Answer(
                    documented.status(),
                    documented.headers(),
                    documented.body().replace("a.csv", asked.authorization())));
    assertThat(broken(echo))
        .contains(
            "list batches: batches/openapi.yaml#listBatches/token-not-repeated",
            "list batches, read again: batches/openapi.yaml#listBatches/token-not-repeated");
    assertThat(echo.toString()).doesNotContain("fixture-token");
  }

  @Test
  void doesNotReadAgainWhereTheFirstReadGaveNothing() {
    var report = report((asked, documented) -> ApiServer.error(500, "sorry"));
    assertThat(report.requests()).isEqualTo(1);
    assertThat(
            report
                .findings()
                .filter(it -> it.interaction().name().equals("list batches, read again"))
                .map(Finding::verdict)
                .distinct())
        .containsExactly(
            new Verdict.NotDemonstrated("the first read gave nothing to compare with"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | not even an ordinary request was answered as documented",
        "401 | the target refused the token: status 401",
      })
  void saysWhyATargetIsNotProbed(int status, String reason) {
    try (var server = ApiServer.worse((asked, documented) -> ApiServer.error(status, "no"))) {
      var report = FixtureRun.at(server.url()).report(Probing.READING, line -> {});
      for (var name : List.of("request without Authorization", "DELETE request", "errors")) {
        assertThat(report.findings().filter(it -> it.interaction().name().equals(name)))
            .isNotEmpty()
            .allMatch(it -> it.verdict().equals(new Verdict.NotDemonstrated(reason)));
      }
    }
  }

  @Test
  void knowsEveryRuleBeforeAnythingIsAsked() {
    var contract = ContractReader.read(Path.of("schemas"), "batches");
    var ids = Judge.of(Path.of("schemas"), contract).get(0).rules().stream().map(Rule::id).toList();
    assertThat(ids)
        .doesNotHaveDuplicates()
        .contains(
            "batches/openapi.yaml#listBatches/200/status",
            "batches/openapi.yaml#listBatches/token-not-repeated",
            "batches/openapi.yaml#listBatches/error/no-data",
            "batches/openapi.yaml#listBatches/security/no-header",
            "batches/openapi.yaml#listBatches/parameters/agent_id/other-case/status",
            "batches/openapi.yaml#listBatches/methods/delete",
            "batches/batch.schema.json#/properties/status/enum",
            "batches/batch.advice.schema.json#/properties/total_contacts/x-constant");
  }

  private static Report report(Behaviour behaviour) {
    try (var server = ApiServer.worse(behaviour)) {
      return FixtureRun.at(server.url()).report();
    }
  }

  /** What answers the second read in a way of its own. */
  private static Behaviour second(UnaryOperator<Answer> change) {
    var reads = new AtomicInteger();
    return (asked, documented) ->
        reads.incrementAndGet() == 2 ? change.apply(documented) : documented;
  }

  private static List<String> broken(Report report) {
    return report
        .findings()
        .filter(it -> it.verdict() instanceof Verdict.Broken)
        .map(it -> it.interaction().name() + ": " + it.rule().id())
        .toList();
  }
}
