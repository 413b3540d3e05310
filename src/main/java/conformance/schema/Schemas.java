package conformance.schema;

import conformance.contract.Contract;
import conformance.contract.DocumentedError;
import conformance.contract.Operation;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Keywords;
import conformance.schema.keyword.MetaSchema;
import java.net.URI;
import java.nio.file.Path;

/** The schema files of all contracts, validated against the meta-schema. */
public record Schemas(SchemaFiles files) {

  /**
   * Validates the files.
   *
   * @throws conformance.contract.ContractException with every error
   */
  public Schemas {
    Keywords.check(files);
    MetaSchema.check(files);
  }

  /**
   * Loads every schema file below {@code folder}.
   *
   * @throws conformance.contract.ContractException if a file is not valid
   */
  public static Schemas load(Path folder) {
    return new Schemas(SharedTypes.load(folder));
  }

  /** The rules of the body of an operation's successful response. */
  public BodySchema response(Contract contract, Operation operation) {
    var response = operation.response();
    var address = address(contract, operation) + response.status();
    var rules = new BodyRules(address, response.source(), "Shape of the body");
    return body(contract, rules, response.schema());
  }

  /** The rules of an error body. The rules of JSON itself have one id for all errors. */
  public BodySchema error(Contract contract, Operation operation, DocumentedError error) {
    var address = address(contract, operation) + "error";
    return body(
        contract, new BodyRules(address, error.source(), "Unusual request"), error.schema());
  }

  private static String address(Contract contract, Operation operation) {
    return "%s/openapi.yaml#%s/".formatted(contract.name(), operation.id());
  }

  private BodySchema body(Contract contract, BodyRules rules, URI schema) {
    var location = files.resolve(files.base() + contract.name() + "/", schema.toString());
    return new BodySchema(files, rules.byKind(), SchemaRules.read(files, location), location);
  }
}
