package conformance.schema;

import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertions;
import conformance.schema.keyword.Keywords;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Decides whether a body can be examined item by item. */
final class ItemSchema {
  private static final Set<String> OF_ARRAYS = Set.of("type", "items", "x-advice");

  private ItemSchema() {}

  /**
   * The locations of the item schemas: that of the array and that of its advice, if it has another.
   * None if the body is no array of documented items.
   *
   * @throws ContractException if it has items, but says more than can be judged item by item
   */
  static List<String> of(SchemaFiles files, String location) {
    var schema = files.at(location);
    if (!schema.path("items").isObject()) {
      return List.of();
    }
    var advice =
        schema.path("x-advice").stringValueOpt().map(name -> files.resolve(location, name));
    for (var at : advice.map(other -> List.of(location, other)).orElse(List.of(location))) {
      files.at(at).propertyNames().stream()
          .filter(name -> !isOfArrays(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new ContractException(
                    "%s: cannot be judged item by item, as lists are; expected type, %s"
                        .formatted(
                            files.address(SchemaFiles.below(at, name)),
                            "items, minItems, maxItems, contains or a keyword of lists"));
              });
    }
    return Stream.concat(
            Stream.of(location),
            advice.stream().filter(at -> isOther(files.at(at).path("items"), schema.get("items"))))
        .map(at -> SchemaFiles.below(at, "items"))
        .toList();
  }

  private static boolean isOther(JsonNode advised, JsonNode items) {
    return !advised.isMissingNode() && !advised.equals(items);
  }

  private static boolean isOfArrays(String name) {
    return OF_ARRAYS.contains(name)
        || ListCount.has(name)
        || isOfLists(name)
        || Keywords.METADATA.contains(name);
  }

  private static boolean isOfLists(String name) {
    return Assertions.ALL.containsKey(name) && Assertions.ALL.get(name).isOfLists();
  }
}
