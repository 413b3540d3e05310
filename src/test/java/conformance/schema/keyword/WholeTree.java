package conformance.schema.keyword;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import conformance.contract.Contract;
import conformance.contract.Deviation;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.schema.BodySchema;
import conformance.schema.Schemas;
import conformance.schema.file.SchemaFiles;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * networknt in its usual setup: the whole body as one tree, one compiled schema, formats asserted.
 * It does not know our keywords, so it checks less than the suite does.
 */
public final class WholeTree {
  private static final JsonMapper JSON = new JsonMapper();

  private final BodySchema suite;
  private final SchemaFiles files;
  private final Schema schema;

  private WholeTree(BodySchema suite, SchemaFiles files, Schema schema) {
    this.suite = suite;
    this.files = files;
    this.schema = schema;
  }

  /** Compiles the schema of the operation's response. */
  public static WholeTree of(Path schemas, Contract contract, Operation operation) {
    var shipped = Schemas.load(schemas);
    var files = shipped.files();
    var texts =
        files.documents().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().toString()));
    var config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
    var location = files.base() + contract.name() + "/" + operation.response().schema();
    var schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                it -> it.schemas(texts).schemaRegistryConfig(config))
            .getSchema(SchemaLocation.of(location));
    schema.initializeValidators();
    return new WholeTree(shipped.response(contract, operation), files, schema);
  }

  /** Reads and validates a body; the errors are worded lazily. */
  public Supplier<List<RuleCounts>> judge(InputStream body) {
    var errors = schema.validate(JSON.readTree(body));
    return () -> {
      var rules = suite.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
      var counter = new RuleCounter(suite.rules());
      for (var error : errors) {
        var location = error.getInstanceLocation().toString();
        var id = files.address(error.getSchemaLocation().toString());
        var rule = rules.getOrDefault(id, rules.get(id + "/" + error.getProperty()));
        counter.deviate(rule, new Deviation(location, "", "", ""));
      }
      return counter.results();
    };
  }
}
