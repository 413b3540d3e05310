package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Verdict;
import conformance.fixture.ApiServer;
import conformance.fixture.ApiServer.Answer;
import conformance.fixture.ApiServer.Behaviour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both reads of a list, each alone and compared. */
class CompiledOperationTest {
  private static final String AGENT = "agent_id 3c90c3cc-0d44-4b50-8888-8dd25736052a";

  @Test
  void tellsWhatItDoesAndHowItStands() {
    var lines = new ArrayList<String>();
    try (var server = ApiServer.good()) {
      FixtureRun.at(server.url()).report(ProbePolicy.READING, lines::add);
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0))
          .isEqualTo(
              "%d requests to the embedded fixture, %s", server.asked().size(), server.url());
      assertThat(lines.get(1))
          .startsWith("list batches, " + AGENT + ": 1 item; ")
          .contains(" (2 requests in ");
      assertThat(lines.get(2)).startsWith("list batches, probes: ");
    }
  }

  @Test
  void tellsNothingOfProbesThatAreNotSent() {
    var lines = new ArrayList<String>();
    try (var server = ApiServer.good()) {
      FixtureRun.at(server.url()).report(ProbePolicy.NONE, lines::add);
      assertThat(lines).hasSize(2);
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void judgesTheDocumentedExampleInEveryRun() {
    assertThat(broken(report((request, documented) -> documented)))
        .containsExactly(
            "documented example: batches/batch.schema.json#/properties/updated_at/format");
  }

  @Test
  void holdsTheSecondReadAgainstTheFirst() {
    assertThat(
            broken(
                report(
                    second(
                        it -> new Answer(200, it.headers(), it.body().replace(":11,", ":12,"))))))
        .contains(
            "list batches, read again:"
                + " batches/batch.advice.schema.json#/properties/total_contacts/x-constant");
  }

  @Test
  void holdsTheSecondReadToItsStatus() {
    assertThat(broken(report(second(it -> ApiServer.error(500, "sorry")))))
        .contains("list batches, read again: batches/openapi.yaml#listBatches/200/status");
  }

  @ParameterizedTest
  @CsvSource({"1, 'list batches'", "2, 'list batches, read again'"})
  void findsTheTokenInEitherRead(int read, String interaction) {
    var echo = report(only(read, CompiledOperationTest::repeating));
    assertThat(broken(echo))
        .contains(interaction + ": batches/openapi.yaml#listBatches/token-not-repeated");
    assertThat(echo.toString()).doesNotContain("fixture-token");
  }

  @Test
  void tellsOnceWhatBothReadsBreak() {
    assertThat(broken(report((request, documented) -> repeating(documented))))
        .filteredOn(it -> it.startsWith("list batches") && it.endsWith("/token-not-repeated"))
        .containsExactly("list batches: batches/openapi.yaml#listBatches/token-not-repeated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"status\":\"executed\" | \"status\":null | batch.schema.json#/properties/status/type",
        "\"status\":\"executed\" | \"status\":\"executed\",\"status\":\"executed\" | openapi.yaml#listBatches/200/body/unique-names",
        "[ | {\"batches\":[ | openapi.yaml#listBatches/200/body/json",
      })
  void holdsTheSecondReadToAllThatTheFirstIsHeldTo(String old, String now, String rule) {
    var report = report(second(it -> new Answer(200, it.headers(), it.body().replace(old, now))));
    assertThat(broken(report))
        .filteredOn(it -> it.startsWith("list batches"))
        .containsExactly("list batches, read again: batches/" + rule);
    assertThat(report.coverage())
        .containsExactlyElementsOf(report((request, documented) -> documented).coverage());
  }

  @Test
  void doesNotReadAgainWhereTheFirstReadGaveNothing() {
    var report = report((request, documented) -> ApiServer.error(500, "sorry"));
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
        "500 | an ordinary request was not answered as documented",
        "401 | the target refused the token: status 401",
      })
  void saysWhyATargetIsNotProbed(int status, String reason) {
    try (var server = ApiServer.worse((request, documented) -> ApiServer.error(status, "no"))) {
      var report = FixtureRun.at(server.url()).report(ProbePolicy.WRITING, line -> {});
      for (var name : List.of("request without Authorization", "DELETE request", "errors")) {
        assertThat(report.findings().filter(it -> it.interaction().name().equals(name)))
            .isNotEmpty()
            .allMatch(it -> it.verdict().equals(new Verdict.NotDemonstrated(reason)));
      }
    }
  }

  @Test
  void knowsEveryRuleBeforeAnythingIsAsked() {
    var contract = Contracts.read(Path.of("schemas"), "batches");
    var ids =
        CompiledOperation.of(Path.of("schemas"), contract).get(0).rules().stream()
            .map(Rule::id)
            .toList();
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

  private static RunResult report(Behaviour behaviour) {
    try (var server = ApiServer.worse(behaviour)) {
      return FixtureRun.at(server.url()).report();
    }
  }

  /** A server that responds differently to the second read. */
  private static Behaviour second(UnaryOperator<Answer> change) {
    return only(2, change);
  }

  private static Behaviour only(int read, UnaryOperator<Answer> change) {
    var reads = new AtomicInteger();
    return (request, documented) ->
        reads.incrementAndGet() == read ? change.apply(documented) : documented;
  }

  private static Answer repeating(Answer documented) {
    return new Answer(
        documented.status(),
        documented.headers(),
        documented.body().replace("customers.csv", "Bearer fixture-token"));
  }

  private static List<String> broken(RunResult report) {
    return report
        .findings()
        .filter(it -> it.verdict() instanceof Verdict.Broken)
        .map(it -> it.interaction().name() + ": " + it.rule().id())
        .toList();
  }
}
