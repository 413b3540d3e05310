package conformance.schema;

import conformance.contract.Basis;
import conformance.contract.ContractException;
import conformance.contract.Source;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a schema inherits from those around it: what values it is about, and where that comes from.
 *
 * @param subject how people call the values: a property's path in dots
 * @param root whether the subject is the body or an item of it, whose name is no part of a path
 * @param section section of the documentation, empty until one is named
 * @param basis basis by keyword; under the empty name that of every other keyword
 */
record Place(String subject, boolean root, String section, Map<String, Basis> basis) {

  Place {
    basis = Map.copyOf(basis);
  }

  /** The place of the body as a whole. */
  static Place body() {
    return new Place("body", true, "", Map.of("", Basis.IMPLIED));
  }

  /** The place of the member {@code name} of this one. */
  Place member(String name) {
    return new Place(root ? name : subject + "." + name, false, section, basis);
  }

  /** The place of every member, or item, of this one. */
  Place each() {
    return root ? this : new Place("each value of " + subject, false, section, basis);
  }

  /** This place with what {@code schema} itself says: its source, and its title at the root. */
  Place within(JsonNode schema, String address) {
    var named =
        root && schema.has("title")
            ? new Place(schema.get("title").asString(), true, section, basis)
            : this;
    return schema.has("x-source") ? named.sourced(schema.get("x-source"), address) : named;
  }

  /** The source of the keyword. Empty if no section has been named yet. */
  Optional<Source> source(String keyword) {
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(new Source(section, basis.getOrDefault(keyword, basis.get(""))));
  }

  private Place sourced(JsonNode source, String address) {
    var stated = source.path("basis");
    var bases = new java.util.HashMap<String, Basis>();
    if (stated.isObject()) {
      stated.properties().forEach(e -> bases.put(e.getKey(), basis(e.getValue(), address)));
      bases.putIfAbsent("", bases.getOrDefault("type", Basis.IMPLIED));
    } else {
      bases.put("", basis(stated, address));
    }
    return new Place(subject, root, source.path("section").asString(section), bases);
  }

  private static Basis basis(JsonNode word, String address) {
    return Arrays.stream(Basis.values())
        .filter(known -> known.toString().equals(word.asString("")))
        .findAny()
        .orElseThrow(
            () ->
                new ContractException(
                    "%s/x-source/basis: expected one of %s, got %s"
                        .formatted(address, Arrays.toString(Basis.values()), word)));
  }
}
