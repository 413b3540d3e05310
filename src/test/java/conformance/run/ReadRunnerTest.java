package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.fixture.ApiServer;
import conformance.fixture.Fleet;
import conformance.http.Sender;
import conformance.http.Target;
import conformance.http.Token;
import conformance.report.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Reading one agent, twice if the contract compares two reads. */
class ReadRunnerTest {
  private static final Path SCHEMAS = Path.of("schemas");

  @Test
  void tellsThatATargetAnswersBeforeItWaitsForTheSecondRead() {
    try (var server = ApiServer.good()) {
      var target =
          new Target(
              server.url(),
              Token.of("fixture-token"),
              Duration.ofSeconds(20),
              OptionalDouble.empty());
      var judge = CompiledOperation.of(SCHEMAS, Contracts.read(SCHEMAS, "batches")).get(0);
      var sender = new Sender(target);
      var reader =
          new ReadRunner(
              judge,
              sender,
              new AcceptedToken(sender, line -> {}),
              Duration.ZERO,
              new Progress(line -> {}));
      var requests = new ArrayList<Integer>();
      var results =
          reader.read(
              Map.of("agent_id", Fleet.agents(1).get(0)),
              first -> {
                assertThat(first.items()).isEqualTo(1);
                requests.add(server.asked().size());
              });
      assertThat(requests).containsExactly(1);
      assertThat(server.asked()).hasSize(2);
      assertThat(results).hasSize(2);
    }
  }
}
