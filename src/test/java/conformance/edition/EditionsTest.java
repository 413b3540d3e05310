package conformance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Finding;
import conformance.contract.Verdict;
import conformance.fixture.BodyServer;
import conformance.run.FixtureRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each edition of the documentation judges a body by its own rules only. */
class EditionsTest {
  private static final String BATCH =
      """
      [{"batch_id": "3c90c3cc0d444b5088888dd25736052a", "humanized_created_at": "long ago",
        "created_at": "2024-01-23T05:14:37Z", "updated_at": "2024-02-29T04:22:59Z",
        "status": "%s", "from_phone_number": "+19876543007", "file_name": "customers.csv",
        "valid_contacts": 7, "total_contacts": 11, "execution_status": {"completed": 1}}]""";

  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({
    "created, batches, ",
    "created, batches-2026-08, ",
    "executed, batches, ",
    "executed, batches-2026-08, must batch.schema.json#/properties/status/enum",
    "queued, batches-2026-08, must batch.schema.json#/properties/status/enum",
    "running, batches, must batch.schema.json#/properties/status/enum",
    "running, batches-2026-08, ",
    "processed, batches, must batch.schema.json#/properties/status/enum",
    "processed, batches-2026-08, should batch.advice.schema.json#/properties/status/not",
  })
  void judgesAStatusByTheEditionThatIsAskedFor(String status, String contract, String broken)
      throws IOException {
    assertThat(broken(BATCH.formatted(status), contract))
        .containsExactlyElementsOf(Stream.ofNullable(broken).toList());
  }

  @Test
  void asksForThePropertiesThatTheEditionRequires() throws IOException {
    assertThat(broken("[{}]", "batches")).hasSize(10).allMatch(it -> it.contains("#/required/"));
    assertThat(broken("[{}]", "batches-2026-08")).isEmpty();
  }

  /** The body rules that a server breaks if it always responds with {@code body}. */
  private static Stream<String> broken(String body, String contract) throws IOException {
    try (var server = new BodyServer(body.getBytes(StandardCharsets.UTF_8))) {
      return FixtureRun.at(contract, server.url()).report().results().stream()
          .filter(result -> result.exchange().isPresent())
          .flatMap(result -> result.findings().stream())
          .filter(finding -> finding.verdict() instanceof Verdict.Broken)
          .map(Finding::rule)
          .filter(rule -> rule.id().contains(".schema.json#"))
          .map(rule -> rule.level() + " " + rule.id().replaceFirst("^" + contract + "/", ""));
    }
  }
}
