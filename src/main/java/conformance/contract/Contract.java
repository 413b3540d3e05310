package conformance.contract;

import java.util.List;
import java.util.Optional;

/**
 * A folder under {@code schemas/}: what a server promises.
 *
 * @param name name of the folder
 * @param title {@code info.title} of its openapi.yaml
 * @param edition {@code info.version}: the edition of the documentation that it is derived from
 * @param operations its operations, in the order of the file
 */
public record Contract(String name, String title, String edition, List<Operation> operations) {

  public Contract {
    operations = List.copyOf(operations);
  }

  /** How requests say who asks, in all operations that demand it. */
  public SecurityScheme security() {
    return operations.stream()
        .map(Operation::security)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(SecurityScheme.BEARER);
  }
}
