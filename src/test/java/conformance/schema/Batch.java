package conformance.schema;

import conformance.contract.Contracts;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A conforming batch as JSON, for tests to modify, and the results of examining a body. */
final class Batch {
  static final String JSON =
      """
      {"batch_id": "3c90c3cc0d444b5088888dd25736052a", "humanized_created_at": "5 minutes ago",
       "created_at": "2024-01-23T05:14:37Z", "updated_at": "2024-02-29T04:22:59Z",
       "status": "executed", "from_phone_number": "+19876543007", "file_name": "customers.csv",
       "valid_contacts": 7, "total_contacts": 11, "execution_status": {"completed": 1}}""";

  /** The batch with another id. */
  static final String OTHER = JSON.replace("36052a", "36052b");

  private static BodySchema schema;

  private Batch() {}

  /** Compiles the schema again: mutations of the engine do not affect existing objects. */
  static void load() {
    schema = schema();
  }

  static List<RuleCounts> examine(byte[] body) throws IOException {
    var counter = new RuleCounter(schema.rules());
    schema.examine(
        new ByteArrayInputStream(body), counter, Optional.empty(), schema.memory(Instant.EPOCH));
    return counter.results();
  }

  /** A line for each deviation: rule, location and reason. */
  static List<String> deviations(byte[] body) throws IOException {
    return examine(body).stream().flatMap(Batch::lines).toList();
  }

  private static Stream<String> lines(RuleCounts counts) {
    var rule =
        counts
            .rule()
            .id()
            .replaceFirst("^batches/(openapi.yaml#listBatches/200/|[a-z.-]*schema.json#/)", "")
            .replaceFirst("^properties/", "");
    return counts.deviations().stream()
        .map(it -> "%s %s: %s".formatted(rule, it.location(), it.reason()));
  }

  private static BodySchema schema() {
    var schemas = Path.of("schemas");
    var contract = Contracts.read(schemas, "batches");
    return Schemas.load(schemas).response(contract, contract.operations().get(0));
  }
}
