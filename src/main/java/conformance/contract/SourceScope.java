package conformance.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code x-source}: the section of the documentation that something comes from, and the
 * basis.
 *
 * <p>The basis is a word, or an object with a word for each keyword. What that does not name is
 * implied: nobody has found it on the page.
 *
 * @param section section of the documentation, empty until one is named
 * @param basis basis by keyword; under the empty name that of every other keyword
 */
public record SourceScope(String section, Map<String, Basis> basis) {

  public SourceScope {
    basis = Map.copyOf(basis);
  }

  /** Nothing is known yet. */
  public static SourceScope unknown() {
    return new SourceScope("", Map.of("", Basis.IMPLIED));
  }

  /**
   * What holds within {@code node}: its own {@code x-source}, else what held around it.
   *
   * @param address of the node, for the message
   * @throws ContractException if its x-source names a basis that there is not
   */
  public SourceScope within(JsonNode node, String address) {
    var source = node.path("x-source");
    if (source.isMissingNode()) {
      return this;
    }
    var stated = source.path("basis");
    var bases = new HashMap<String, Basis>();
    if (stated.isObject()) {
      stated.properties().forEach(it -> bases.put(it.getKey(), word(it.getValue(), address)));
      bases.putIfAbsent("", Basis.IMPLIED);
    } else {
      bases.put("", word(stated, address));
    }
    return new SourceScope(source.path("section").asString(section), bases);
  }

  /** The source of a keyword. Empty if no section has been named yet. */
  public Optional<Source> of(String keyword) {
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(new Source(section, basis.getOrDefault(keyword, basis.get(""))));
  }

  private static Basis word(JsonNode word, String address) {
    return Basis.of(word.asString(""))
        .orElseThrow(
            () ->
                new ContractException(
                    "%s/x-source/basis: expected stated, shown or implied, got %s"
                        .formatted(address, word)));
  }
}
