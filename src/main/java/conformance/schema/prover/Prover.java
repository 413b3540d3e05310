package conformance.schema.prover;

import conformance.contract.ContractException;
import conformance.json.ItemScanner;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Counters;
import java.util.Optional;
import java.util.Set;

/** Compiles the schema of the items of a list. */
public final class Prover {
  private Prover() {}

  /**
   * What makes scanners of items; empty if the schema, or one it applies, has a keyword or a form
   * of it that is not known here.
   *
   * @param location of the schema of the items
   * @param counters the layout of a body's counters
   * @param compared the properties whose values are compared with other items or reads
   */
  public static Optional<ItemScanner.Factory> of(
      SchemaFiles files, String location, Counters counters, Set<String> compared) {
    try {
      var schemas = new AppliedSchemas(files, counters);
      schemas.add(location);
      var item = new Compiler(files, counters, Set.copyOf(compared)).item(schemas);
      return Optional.of(now -> new TokenScanner(item, now));
    } catch (Unprovable | ContractException e) {
      return Optional.empty(); // A reference that leads nowhere is reported by the validator.
    }
  }
}
