package conformance.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code x-source}: the section of the documentation that something comes from, and the
 * basis.
 *
 * <p>The basis is a word, or an object with a word for each keyword. Keywords not in the object are
 * implied, as nobody found them in the documentation.
 *
 * @param section section of the documentation, empty until one is named
 * @param basis basis by keyword; under the empty name that of every other keyword
 */
public record SourceScope(String section, Map<String, Basis> basis) {

  public SourceScope {
    basis = Map.copyOf(basis);
  }

  /** The scope outside any {@code x-source}. */
  public static SourceScope unknown() {
    return new SourceScope("", Map.of("", Basis.IMPLIED));
  }

  /**
   * The scope within {@code node}: its own {@code x-source}, or else this one.
   *
   * @param address of the node, for the message
   * @throws ContractException if its x-source has an unknown basis
   */
  public SourceScope within(JsonNode node, String address) {
    var source = node.path("x-source");
    if (source.isMissingNode()) {
      return this;
    }
    var given = source.path("basis");
    var bases = new HashMap<String, Basis>();
    if (given.isObject()) {
      given
          .properties()
          .forEach(entry -> bases.put(entry.getKey(), basis(entry.getValue(), address)));
      bases.putIfAbsent("", Basis.IMPLIED);
    } else {
      bases.put("", basis(given, address));
    }
    return new SourceScope(source.path("section").asString(section), bases);
  }

  /** The source of a keyword; empty if no section has been named yet. */
  public Optional<Source> of(String keyword) {
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(new Source(section, basis.getOrDefault(keyword, basis.get(""))));
  }

  private static Basis basis(JsonNode word, String address) {
    return Basis.of(word.asString(""))
        .orElseThrow(
            () ->
                new ContractException(
                    "%s/x-source/basis: expected stated, shown or implied, got %s"
                        .formatted(address, word)));
  }
}
