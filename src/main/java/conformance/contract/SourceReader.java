package conformance.contract;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the {@code x-source} that stands beside what it is the source of. */
public final class SourceReader {
  private SourceReader() {}

  /**
   * The source that {@code node} itself carries.
   *
   * @throws ContractException if there is one and it is incomplete or its basis is not known
   */
  public static Optional<Source> read(JsonNode node) {
    var source = node.path("x-source");
    if (source.isMissingNode()) {
      return Optional.empty();
    }
    var section = source.path("section").asString("");
    var basis = source.path("basis").asString("");
    return Optional.of(
        Arrays.stream(Basis.values())
            .filter(known -> known.toString().equals(basis) && !section.isBlank())
            .map(known -> new Source(section, known))
            .findAny()
            .orElseThrow(
                () ->
                    new ContractException(
                        "x-source %s: expected {\"section\": ..., \"basis\": one of %s}"
                            .formatted(source, Arrays.toString(Basis.values())))));
  }
}
