package conformance.schema;

import conformance.contract.ContractException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the types that several contracts share into the places that refer to them.
 *
 * <p>A file of another folder is a type, not a promise: each place that refers to it promises it by
 * itself, with a source, a level, an address and a verdict of its own.
 */
final class SharedTypes {
  /**
   * Assertions that look at the keywords beside them: in another company they mean another thing.
   */
  private static final Set<String> SOCIABLE =
      Set.of("additionalProperties", "unevaluatedProperties", "contains");

  private final SchemaFiles files;
  private final String home;
  private final Deque<String> open = new ArrayDeque<>();

  private SharedTypes(SchemaFiles files, String home) {
    this.files = files;
    this.home = home;
  }

  /**
   * The same files, without a reference that leads to another folder.
   *
   * @throws ContractException if a type contains itself, or stands beside what it cannot join
   */
  static SchemaFiles writtenInto(SchemaFiles files) {
    var written = new TreeMap<String, JsonNode>();
    files
        .documents()
        .forEach(
            (id, document) ->
                written.put(id, new SharedTypes(files, folder(id)).written(id, document)));
    return new SchemaFiles(files.base(), written);
  }

  private JsonNode written(String id, JsonNode node) {
    if (node instanceof ArrayNode array) {
      var copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(written(id, item)));
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
        copy.set(keyword.getKey(), written(id, value));
      }
    }
    return copy;
  }

  /** Whether a reference in the file {@code id} leads to a file of another folder than home. */
  private boolean leaves(String id, String reference) {
    var target = files.resolve(id, reference);
    return files.documents().containsKey(file(target)) && !folder(target).equals(home);
  }

  /** The keywords of a type, as they are to stand in {@code place}. */
  private ObjectNode type(String id, String reference, ObjectNode place) {
    var target = files.resolve(id, reference);
    if (open.contains(target)) {
      throw problem(target, "a shared type that does not contain itself");
    }
    open.push(target);
    if (!(written(file(target), files.at(target)) instanceof ObjectNode type)) {
      throw problem(target, "a schema that is an object");
    }
    open.pop();
    place.propertyNames().stream().filter(Keywords.DESCRIBING::contains).forEach(type::remove);
    type.remove(Set.of("$schema", "$id", "$defs"));
    for (var keyword : place.propertyNames()) {
      if (!joins(keyword, type)) {
        throw problem(
            id, "%s and the reference to %s apart, below allOf".formatted(keyword, reference));
      }
    }
    return type;
  }

  private static boolean joins(String keyword, ObjectNode type) {
    return keyword.equals("$ref")
        || Keywords.DESCRIBING.contains(keyword)
        || Assertion.ALL.containsKey(keyword) && !SOCIABLE.contains(keyword) && !type.has(keyword);
  }

  private static String file(String location) {
    return location.replaceFirst("#.*", "");
  }

  private static String folder(String location) {
    return location.substring(0, file(location).lastIndexOf('/') + 1);
  }

  private ContractException problem(String location, String expected) {
    return new ContractException("%s: expected %s".formatted(files.address(location), expected));
  }
}
