package conformance.schema;

import conformance.contract.Contracts;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.schema.file.SchemaFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A schema of a few keywords that replaces that of a contract. */
public final class SmallSchema {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2024-03-10T12:00:00Z");

  private SmallSchema() {}

  /** The schema as file {@code batch-list.schema.json}; other files by name, relative to it. */
  public static BodySchema of(String keywords, Map<String, String> others) {
    var shipped = SharedTypes.load(SCHEMAS);
    var contract = Contracts.read(SCHEMAS, "batches");
    var folder = shipped.base() + "batches/";
    var documents = new HashMap<String, JsonNode>();
    var vocabulary = shipped.base() + "vocabulary.schema.json";
    documents.put(vocabulary, shipped.at(vocabulary));
    others.forEach(
        (name, text) -> {
          var id = URI.create(folder).resolve(name).toString();
          documents.put(id, document(id, text));
        });
    var main = folder + "batch-list.schema.json";
    documents.put(main, document(main, keywords));
    return new Schemas(new SchemaFiles(shipped.base(), documents))
        .response(contract, contract.operations().get(0));
  }

  private static JsonNode document(String id, String keywords) {
    var document = (ObjectNode) JSON.readTree("{%s}".formatted(keywords));
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", id);
    if (!keywords.contains("x-source")) {
      document.putObject("x-source").put("section", "Response").put("basis", "stated");
    }
    return document;
  }

  /** A line for each rule of the schema: location, level and promise. */
  static List<String> rules(BodySchema schema) {
    return Stream.concat(schema.rules().stream(), schema.rulesOfReads().stream())
        .filter(rule -> rule.id().contains(".schema.json#"))
        .map(rule -> "%s %s: %s".formatted(place(rule), rule.level(), rule.promise()))
        .toList();
  }

  /** The results for a body. */
  static RuleCounter read(BodySchema schema, String body) throws IOException {
    return read(schema, body.getBytes(StandardCharsets.UTF_8));
  }

  private static RuleCounter read(BodySchema schema, byte[] body) throws IOException {
    var counter = new RuleCounter(schema.rules());
    schema.examine(new ByteArrayInputStream(body), counter, Optional.of(NOW), schema.memory(NOW));
    return counter;
  }

  /** The results for a body that is read after {@code first}. */
  static RuleCounter reread(BodySchema schema, String first, String second) throws IOException {
    var memory = schema.memory(NOW);
    schema.examine(stream(first), new RuleCounter(schema.rules()), Optional.of(NOW), memory);
    var later = NOW.plusSeconds(7);
    var counter = ofSecondRead(schema);
    schema.reexamine(stream(second), counter, Optional.of(later), memory, later, items -> {});
    return counter;
  }

  /** For all that a second body is held to. */
  static RuleCounter ofSecondRead(BodySchema schema) {
    return new RuleCounter(
        Stream.concat(schema.rules().stream(), schema.rulesOfReads().stream()).toList());
  }

  /** A line for each deviation of a body: rule, location and reason. */
  static List<String> deviations(BodySchema schema, String body) throws IOException {
    return lines(read(schema, body));
  }

  /** The same for a body that need not be UTF-8. */
  static List<String> deviations(BodySchema schema, byte[] body) throws IOException {
    return lines(read(schema, body));
  }

  /** How often a body has each rule of the schema examined, without zeros. */
  static Map<String, Long> examined(BodySchema schema, String body) throws IOException {
    return examined(read(schema, body));
  }

  /** The same for a body that is read after {@code first}. */
  static Map<String, Long> examined(BodySchema schema, String first, String second)
      throws IOException {
    return examined(reread(schema, first, second));
  }

  private static Map<String, Long> examined(RuleCounter counter) {
    return counter.results().stream()
        .filter(it -> it.examined() > 0 && it.rule().id().contains(".schema.json#"))
        .collect(Collectors.toMap(it -> place(it.rule()), RuleCounts::examined));
  }

  /** A line for each deviation of a body that is read after {@code first}. */
  static List<String> deviations(BodySchema schema, String first, String second)
      throws IOException {
    return lines(reread(schema, first, second));
  }

  private static List<String> lines(RuleCounter counter) {
    return counter.results().stream().flatMap(SmallSchema::lines).toList();
  }

  private static Stream<String> lines(RuleCounts counts) {
    return counts.deviations().stream()
        .map(it -> "%s %s: %s".formatted(place(counts.rule()), it.location(), it.reason()));
  }

  private static String place(Rule rule) {
    return rule.id().replaceFirst("^batches/(batch-list.schema.json#/)?", "");
  }

  static ByteArrayInputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
