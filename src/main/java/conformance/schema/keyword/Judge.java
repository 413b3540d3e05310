package conformance.schema.keyword;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Says which keywords of a schema a value does not meet: networknt, formats asserted. */
public final class Judge {
  private final SchemaFiles files;
  private final Schema schema;

  private Judge(SchemaFiles files, Schema schema) {
    this.files = files;
    this.schema = schema;
  }

  /** Compiles schemas; what several of them refer to is compiled once. */
  @FunctionalInterface
  public interface Factory {
    /**
     * Compiles the schema at {@code location} and those it refers to.
     *
     * @throws ContractException if networknt cannot
     */
    Judge judge(String location);
  }

  /** A factory of judges that count in the same counters. */
  public static Factory factory(SchemaFiles files, Counters counters) {
    var config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .strict("format", true)
            .locale(Locale.ROOT)
            .regularExpressionFactory(BoundedPattern::of)
            .build();
    var registry =
        SchemaRegistry.withDialect(
            SuiteDialect.of(counters),
            builder ->
                builder
                    .schemas(files.documents()::get, JsonNode::toString)
                    .schemaRegistryConfig(config));
    return location -> {
      try {
        var schema = registry.getSchema(SchemaLocation.of(location));
        schema.initializeValidators();
        return new Judge(files, schema);
      } catch (SchemaException e) {
        throw new ContractException(
            "%s cannot be compiled: %s".formatted(files.address(location), e.getMessage()), e);
      }
    };
  }

  /** Judges a value, and counts what was examined. */
  public List<SchemaError> judge(JsonNode value, Evaluation evaluation) {
    return schema.validate(value, evaluation::begin).stream()
        .map(error -> SchemaError.of(files, error))
        .toList();
  }
}
