package conformance.schema;

import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conforming batch as JSON, for tests to modify, and the results of examining a body.
 *
 * <p>The schema is the tests' own. They are about how a deviation is told, so that a contract can
 * change without them.
 */
final class Batch {
  static final String JSON =
      """
      {"batch_id": "3c90c3cc0d444b5088888dd25736052a", "humanized_created_at": "5 minutes ago",
       "created_at": "2024-01-23T05:14:37Z", "updated_at": "2024-02-29T04:22:59Z",
       "status": "executed", "from_phone_number": "+19876543007", "file_name": "customers.csv",
       "valid_contacts": 7, "total_contacts": 11, "execution_status": {"completed": 1}}""";

  /** The batch with another id. */
  static final String OTHER = JSON.replace("36052a", "36052b");

  private static final String BATCH =
      """
      "x-advice": "batch.advice.schema.json", "type": "object", "required": ["batch_id",
        "humanized_created_at", "created_at", "updated_at", "status", "from_phone_number",
        "file_name", "valid_contacts", "total_contacts", "execution_status"],
      "properties": {
        "batch_id": {"type": "string", "pattern": "^[0-9a-fA-F]{32}$"},
        "humanized_created_at": {"type": "string", "minLength": 1},
        "created_at": {"type": "string", "format": "date-time", "x-not-after": "updated_at"},
        "updated_at": {"type": "string", "format": "date-time"},
        "status": {"type": "string", "enum": ["scheduled", "created", "queued", "executed"]},
        "scheduled_at": {"type": "string", "format": "date-time", "pattern": "[Zz]$|[+-]00:00$"},
        "from_phone_number": {"x-personal": true, "type": "string",
          "pattern": "^\\\\+[1-9][0-9]{1,14}$"},
        "file_name": {"type": "string", "minLength": 1},
        "valid_contacts": {"type": "integer", "minimum": 0, "x-not-more-than": "total_contacts"},
        "total_contacts": {"type": "integer", "minimum": 0},
        "execution_status": {"$ref": "calls.schema.json"}
      },
      "if": {"properties": {"status": {"const": "scheduled"}}, "required": ["status"]},
      "then": {"required": ["scheduled_at"]}
      """;

  private static final String CALLS =
      """
      "x-advice": "calls.advice.schema.json", "type": "object",
      "additionalProperties": {"type": "integer", "minimum": 0}
      """;

  private static final String ADVICE =
      """
      "properties": {
        "batch_id": true, "humanized_created_at": true, "created_at": true, "updated_at": true,
        "status": true, "scheduled_at": {"x-not-before": "created_at"},
        "from_phone_number": {"x-calling-code": "assigned"},
        "file_name": {"allOf": [{"pattern": "\\\\.[cC][sS][vV]$"}, {"pattern": "^[^/\\\\\\\\]*$"}]},
        "valid_contacts": {"x-integer-literal": true, "maximum": 9223372036854775807},
        "total_contacts": {"x-integer-literal": true, "maximum": 9223372036854775807},
        "execution_status": true
      },
      "additionalProperties": false
      """;

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
    return SmallSchema.of(
        """
        "x-advice": "batch-list.advice.schema.json", "type": "array", "x-unique-by": "batch_id",
        "items": {"$ref": "batch.schema.json"}
        """,
        Map.of(
            "batch-list.advice.schema.json",
            "\"items\": {\"$ref\": \"batch.schema.json\"}",
            "batch.schema.json",
            BATCH,
            "batch.advice.schema.json",
            ADVICE,
            "calls.schema.json",
            CALLS,
            "calls.advice.schema.json",
            "\"propertyNames\": {\"enum\": [\"completed\", \"busy\"]}"));
  }
}
