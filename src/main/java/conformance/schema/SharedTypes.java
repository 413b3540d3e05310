package conformance.schema;

import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertions;
import conformance.schema.keyword.Keywords;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inlines the schemas that several contracts share.
 *
 * <p>A file in another folder defines a type, not rules: each reference to it makes rules of its
 * own, with source, level, id and verdict.
 */
final class SharedTypes {
  /** Assertions whose meaning depends on sibling keywords. */
  private static final Set<String> CONTEXT_DEPENDENT =
      Set.of("additionalProperties", "unevaluatedProperties", "contains");

  private final SchemaFiles files;
  private final String home;
  private final Deque<String> open = new ArrayDeque<>();

  private SharedTypes(SchemaFiles files, String home) {
    this.files = files;
    this.home = home;
  }

  /** Loads every schema file below {@code folder}, with the shared types inlined. */
  static SchemaFiles load(Path folder) {
    return inline(SchemaFiles.load(folder));
  }

  /**
   * The same files, without references to other folders.
   *
   * @throws ContractException if a keyword is unknown, or a type contains itself or cannot be
   *     merged with sibling keywords
   */
  static SchemaFiles inline(SchemaFiles files) {
    Keywords.check(files);
    var inlined = new TreeMap<String, JsonNode>();
    files
        .documents()
        .forEach(
            (id, document) ->
                inlined.put(id, new SharedTypes(files, folder(id)).inlined(id, document)));
    return new SchemaFiles(files.base(), inlined);
  }

  private JsonNode inlined(String id, JsonNode node) {
    if (node instanceof ArrayNode array) {
      var copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(inlined(id, item)));
      return copy;
    }
    if (!(node instanceof ObjectNode schema)) {
      return node;
    }
    var copy = JsonNodeFactory.instance.objectNode();
    for (var keyword : schema.properties()) {
      var value = keyword.getValue();
      if (keyword.getKey().equals("$ref") && value.isString() && leaves(id, value.asString())) {
        copy.setAll(type(id, value.asString(), schema));
      } else {
        copy.set(keyword.getKey(), inlined(id, value));
      }
    }
    return copy;
  }

  /** Whether a reference in the file {@code id} leads to a known file outside the home folder. */
  private boolean leaves(String id, String reference) {
    var target = files.resolve(id, reference);
    return files.documents().containsKey(SchemaFiles.file(target)) && !folder(target).equals(home);
  }

  /** The keywords of a shared type, for merging into {@code referrer}. */
  private ObjectNode type(String id, String reference, ObjectNode referrer) {
    var target = files.resolve(id, reference);
    if (open.contains(target)) {
      throw problem(target, "a shared type that does not contain itself");
    }
    open.push(target);
    if (!(inlined(SchemaFiles.file(target), files.at(target)) instanceof ObjectNode type)) {
      throw problem(target, "a schema that is an object");
    }
    open.pop();
    referrer.propertyNames().stream().filter(Keywords.METADATA::contains).forEach(type::remove);
    type.remove(Set.of("$schema", "$id", "$defs"));
    for (var keyword : referrer.propertyNames()) {
      if (!canMerge(keyword, type)) {
        throw problem(
            id, "%s and the reference to %s apart, below allOf".formatted(keyword, reference));
      }
    }
    return type;
  }

  private static boolean canMerge(String keyword, ObjectNode type) {
    return keyword.equals("$ref")
        || Keywords.METADATA.contains(keyword)
        || Assertions.ALL.containsKey(keyword)
            && !CONTEXT_DEPENDENT.contains(keyword)
            && !type.has(keyword);
  }

  private static String folder(String location) {
    return location.substring(0, SchemaFiles.file(location).lastIndexOf('/') + 1);
  }

  private ContractException problem(String location, String expected) {
    return new ContractException("%s: expected %s".formatted(files.address(location), expected));
  }
}
