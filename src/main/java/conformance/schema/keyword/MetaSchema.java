package conformance.schema.keyword;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Our meta-schema, {@code vocabulary.schema.json}, which extends that of the draft. */
public final class MetaSchema {
  private static final String VOCABULARY = "vocabulary.schema.json";

  private MetaSchema() {}

  /**
   * Validates every file.
   *
   * @throws ContractException with every error
   */
  public static void check(SchemaFiles files) {
    var vocabulary = files.base() + VOCABULARY;
    var meta =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(vocabulary, of(files).toString())))
            .getSchema(SchemaLocation.of(vocabulary));
    var problems =
        files.documents().entrySet().stream()
            .flatMap(
                file ->
                    meta.validate(file.getValue()).stream()
                        .map(error -> problem(files.address(file.getKey()), error)))
            .toList();
    if (!problems.isEmpty()) {
      throw new ContractException(
          "not JSON Schema 2020-12 with the keywords of vocabulary.schema.json:\n  "
              + String.join("\n  ", problems));
    }
  }

  /** The meta-schema itself, which also has a category for some keywords. */
  public static JsonNode of(SchemaFiles files) {
    return files.at(files.base() + VOCABULARY);
  }

  private static String problem(String address, Error error) {
    return "%s#%s: %s".formatted(address, error.getInstanceLocation(), error.getMessage());
  }
}
