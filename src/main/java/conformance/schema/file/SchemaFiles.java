package conformance.schema.file;

import conformance.contract.ContractException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code *.schema.json} files of all contracts.
 *
 * @param base the common prefix of every {@code $id}, before the file's path in {@code schemas/}
 * @param documents the parsed files by {@code $id}
 */
public record SchemaFiles(String base, Map<String, JsonNode> documents) {
  private static final String ENDING = ".schema.json";
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public SchemaFiles {
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  /**
   * Loads every schema file below {@code folder}, as it stands there.
   *
   * @throws ContractException if there is none, one is not JSON, or its {@code $schema} or {@code
   *     $id} is wrong
   */
  public static SchemaFiles load(Path folder) {
    var documents = new TreeMap<String, JsonNode>();
    var base = "";
    for (var file : files(folder)) {
      var document = parse(file);
      var path = folder.relativize(file).toString().replace('\\', '/');
      var id = document.path("$id").asString("");
      if (!document.path("$schema").asString("").equals(DIALECT)) {
        throw new ContractException("%s: $schema must be %s".formatted(file, DIALECT));
      }
      if (!id.endsWith("/" + path) || !id.startsWith(base)) {
        throw new ContractException(
            "%s: $id is '%s', expected %s%s"
                .formatted(file, id, base.isEmpty() ? ".../" : base, path));
      }
      base = id.substring(0, id.length() - path.length());
      documents.put(id, document);
    }
    return new SchemaFiles(base, documents);
  }

  /** A location without the base: {@code batches/batch.schema.json#/properties/status/enum}. */
  public String address(String location) {
    return location.startsWith(base) ? location.substring(base.length()) : location;
  }

  /**
   * Resolves {@code reference} against {@code location}, an anchor to the place that has it.
   *
   * @throws ContractException if the anchor stands nowhere, or a dynamic one in several places
   */
  public String resolve(String location, String reference) {
    var target = URI.create(file(location)).resolve(reference);
    var id = file(target.toString());
    var fragment = Optional.ofNullable(target.getFragment()).orElse("");
    if (fragment.isEmpty()) {
      return id;
    }
    return id + "#" + (fragment.startsWith("/") ? fragment : anchor(id, fragment));
  }

  /** The location by the nearest {@code $id}, which a schema within a file may have as well. */
  public String canonical(String location) {
    var id = at(location).path("$id");
    return id.isString() && !location.equals(file(location))
        ? resolve(location, id.asString())
        : location;
  }

  /** A location without its fragment. */
  public static String file(String location) {
    var hash = location.indexOf('#');
    return hash < 0 ? location : location.substring(0, hash);
  }

  /** The location of what contains a location. */
  public static String parent(String location) {
    return location.substring(0, location.lastIndexOf('/'));
  }

  /** The name that a location ends in. */
  public static String name(String location) {
    return keyword(location).replace("~1", "/").replace("~0", "~");
  }

  private String anchor(String id, String name) {
    var places = new ArrayList<String>();
    addAnchors(at(id), "", name, places);
    if (places.size() != 1) {
      throw new ContractException(
          "%s: expected one $anchor or $dynamicAnchor %s, found %d"
              .formatted(address(id), name, places.size()));
    }
    return places.get(0);
  }

  private static void addAnchors(JsonNode node, String at, String name, List<String> places) {
    if (node.path("$anchor").asString("").equals(name)
        || node.path("$dynamicAnchor").asString("").equals(name)) {
      places.add(at);
    }
    for (var property : node.properties()) {
      addAnchors(property.getValue(), at + "/" + escape(property.getKey()), name, places);
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      addAnchors(node.get(i), at + "/" + i, name, places);
    }
  }

  /** The properties that the schema at {@code location} declares, directly or by reference. */
  public Set<String> properties(String location) {
    var names = new TreeSet<String>();
    addProperties(location, names, new HashSet<>());
    return names;
  }

  private void addProperties(String location, Set<String> names, Set<String> visited) {
    var schema = at(location);
    if (!visited.add(location) || !schema.isObject()) {
      return;
    }
    names.addAll(schema.path("properties").propertyNames());
    for (var keyword : List.of("$ref", "x-advice")) {
      if (schema.has(keyword)) {
        addProperties(resolve(location, schema.get(keyword).asString()), names, visited);
      }
    }
    for (var keyword : List.of("then", "else")) {
      if (schema.has(keyword)) {
        addProperties(below(location, keyword), names, visited);
      }
    }
    for (var i = 0; i < schema.path("allOf").size(); i++) {
      addProperties(below(location, "allOf/" + i), names, visited);
    }
  }

  /** A location within the schema at {@code location}. */
  public static String below(String location, String steps) {
    return (location.contains("#") ? location : location + "#") + "/" + steps;
  }

  /** The location of the rule that a property is absent, since its schema is {@code false}. */
  public static String excluded(String properties, String name) {
    return below(properties, escape(name)) + "/false";
  }

  /** The keyword that a location ends in. */
  public static String keyword(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** A name as a step of a JSON Pointer: RFC 6901, section 3. */
  public static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * The schema at an absolute location.
   *
   * @throws ContractException if there is none
   */
  public JsonNode at(String location) {
    var pointer = location.substring(file(location).length());
    var document = document(file(location));
    if (document == null) {
      throw new ContractException("there is no schema at " + address(location));
    }
    var node = pointer.isEmpty() ? document : document.at(pointer.substring(1));
    if (node.isMissingNode() && location.endsWith("/false")) {
      // The rule that there is no value here has the schema itself, false, as its keyword.
      return at(parent(location));
    }
    if (node.isMissingNode()) {
      throw new ContractException("there is no schema at " + address(location));
    }
    return node;
  }

  private JsonNode document(String id) {
    var document = documents.get(id);
    return document == null ? within(id) : document;
  }

  /** A schema within a file, with an {@code $id} of its own; null if there is none. */
  private JsonNode within(String id) {
    return documents.entrySet().stream()
        .flatMap(
            file ->
                file.getValue().findParents("$id").stream()
                    .filter(
                        schema ->
                            resolve(file.getKey(), schema.path("$id").asString("")).equals(id)))
        .findFirst()
        .orElse(null);
  }

  private static List<Path> files(Path folder) {
    try (var paths = Files.walk(folder)) {
      var files = paths.filter(path -> path.toString().endsWith(ENDING)).sorted().toList();
      if (files.isEmpty()) {
        throw new ContractException("no file *%s below %s".formatted(ENDING, folder));
      }
      return files;
    } catch (IOException e) {
      throw new ContractException("cannot read the folder of contracts " + folder, e);
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new ContractException(
          "%s is not readable JSON: line %d: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
  }
}
