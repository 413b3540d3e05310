package conformance.schema;

import conformance.contract.Contract;
import conformance.contract.DocumentedError;
import conformance.contract.Operation;
import conformance.schema.file.SchemaFiles;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A response body that openapi.yaml describes.
 *
 * @param error the error; empty for the successful response
 */
record Described(Operation operation, Optional<DocumentedError> error) {

  /** Every body that a contract describes, with errors of the same schema only once. */
  static Stream<Described> of(Contract contract) {
    return contract.operations().stream()
        .flatMap(
            operation ->
                Stream.concat(
                    Stream.of(new Described(operation, Optional.empty())),
                    operation.errors().stream()
                        .map(it -> operation.errors().stream().filter(e -> same(e, it)).findFirst())
                        .distinct()
                        .map(it -> new Described(operation, it))));
  }

  private static boolean same(DocumentedError one, DocumentedError other) {
    return one.schema().equals(other.schema());
  }

  /** Whether a response with this status has the body. */
  boolean has(int status) {
    return error.isEmpty()
        ? status == operation.response().status()
        : operation.error(status).filter(it -> same(it, error.get())).isPresent();
  }

  URI schema() {
    return error.map(DocumentedError::schema).orElseGet(() -> operation.response().schema());
  }

  BodySchema compile(SchemaFiles files, Contract contract) {
    var schemas = new Schemas(files);
    return error
        .map(it -> schemas.error(contract, operation, it))
        .orElseGet(() -> schemas.response(contract, operation));
  }
}
