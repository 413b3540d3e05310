package conformance.schema;

import conformance.contract.Contract;
import conformance.contract.DocumentedError;
import conformance.contract.Operation;
import conformance.contract.Source;
import java.net.URI;
import java.nio.file.Path;

/**
 * The schema files of all contracts, read and checked once.
 *
 * @param files the files
 */
public record Schemas(SchemaFiles files) {

  /**
   * Holds the files against the meta-schema.
   *
   * @throws conformance.contract.ContractException with every place that does not meet it
   */
  public Schemas {
    Validator.checkFiles(files);
  }

  /**
   * Loads every schema file below {@code folder}.
   *
   * @throws conformance.contract.ContractException if a file cannot be used as it is
   */
  public static Schemas load(Path folder) {
    return new Schemas(SchemaFiles.load(folder));
  }

  /** What the body of an operation's successful response is held against. */
  public BodySchema response(Contract contract, Operation operation) {
    var response = operation.response();
    return body(
        contract, operation.id() + "/" + response.status(), response.source(), response.schema());
  }

  /**
   * What the body of one of an operation's errors is held against. Whatever the error, the rules of
   * JSON itself are the same.
   */
  public BodySchema error(Contract contract, Operation operation, DocumentedError error) {
    return body(contract, operation.id() + "/error", error.source(), error.schema());
  }

  private BodySchema body(Contract contract, String response, Source source, URI schema) {
    var location = files.resolve(files.base() + contract.name() + "/", schema.toString());
    return new BodySchema(
        files,
        BodyRules.of(contract.name(), response, source),
        SchemaRules.read(files, location),
        location);
  }
}
