package conformance.schema;

import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertions;
import conformance.schema.keyword.Keywords;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Decides whether a body can be examined item by item. */
final class ItemSchema {
  private static final Set<String> OF_ARRAYS = Set.of("type", "items", "x-advice");

  private ItemSchema() {}

  /**
   * The location of the item schema, if the schema and its advice constrain nothing else of the
   * array.
   */
  static Optional<String> of(SchemaFiles files, String location) {
    var schema = files.at(location);
    return ofItemsOnly(schema) && advisesItemsOnly(files, location, schema)
        ? Optional.of(SchemaFiles.below(location, "items"))
        : Optional.empty();
  }

  /** Advice with a different item schema would be lost. */
  private static boolean advisesItemsOnly(SchemaFiles files, String location, JsonNode schema) {
    if (!schema.has("x-advice")) {
      return true;
    }
    var advice = files.at(files.resolve(location, schema.path("x-advice").asString()));
    return ofItemsOnly(advice) && advice.path("items").equals(schema.path("items"));
  }

  private static boolean ofItemsOnly(JsonNode schema) {
    return schema.has("items")
        && schema.propertyNames().stream()
            .allMatch(
                name ->
                    OF_ARRAYS.contains(name)
                        || isOfLists(name)
                        || Keywords.METADATA.contains(name));
  }

  private static boolean isOfLists(String name) {
    return Assertions.ALL.containsKey(name) && Assertions.ALL.get(name).isOfLists();
  }
}
