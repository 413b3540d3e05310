package conformance.schema;

import conformance.schema.file.SchemaFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema files with one assertion changed.
 *
 * @param change which assertion was changed, and how
 * @param files the changed files
 */
record Mutant(String change, SchemaFiles files) {

  /** Every mutant of the assertion at the schema location of a rule. */
  static Stream<Mutant> of(SchemaFiles files, String location) {
    if (location.matches(".*/required/[^/]+")) {
      var list = location.substring(0, location.lastIndexOf('/'));
      var name = SchemaFiles.keyword(location).replace("~1", "/").replace("~0", "~");
      return Stream.of(
          mutant(files, location, "dropped", list, array -> remove((ArrayNode) array, name)));
    }
    var keyword = SchemaFiles.keyword(location);
    var schema = location.substring(0, location.lastIndexOf('/'));
    var dropped =
        mutant(files, location, "dropped", schema, it -> ((ObjectNode) it).remove(keyword));
    return Stream.concat(
        Stream.of(dropped), loosened(files, location, schema, keyword, files.at(location)));
  }

  private static Stream<Mutant> loosened(
      SchemaFiles files, String location, String schema, String keyword, JsonNode value) {
    return switch (keyword) {
      case "minimum" ->
          Stream.of(
              mutant(files, location, "lowered", schema, it -> shift(it, keyword, value, -1)));
      case "maximum" ->
          Stream.of(mutant(files, location, "raised", schema, it -> shift(it, keyword, value, 1)));
      case "pattern" ->
          List.of("^", "$").stream()
              .filter(anchor -> anchored(value.asString(), anchor))
              .map(
                  anchor ->
                      mutant(
                          files,
                          location,
                          "without " + anchor,
                          schema,
                          it -> ((ObjectNode) it).put(keyword, without(value.asString(), anchor))));
      case "enum" ->
          IntStream.range(0, value.size())
              .mapToObj(
                  i ->
                      mutant(
                          files,
                          location,
                          "without " + value.get(i),
                          location,
                          it -> ((ArrayNode) it).remove(i)));
      default -> Stream.empty();
    };
  }

  private static void shift(JsonNode schema, String keyword, JsonNode value, int by) {
    ((ObjectNode) schema).put(keyword, value.decimalValue().add(java.math.BigDecimal.valueOf(by)));
  }

  private static boolean anchored(String pattern, String anchor) {
    return anchor.equals("^") ? pattern.startsWith("^") : pattern.endsWith("$");
  }

  private static String without(String pattern, String anchor) {
    return anchor.equals("^") ? pattern.substring(1) : pattern.substring(0, pattern.length() - 1);
  }

  private static void remove(ArrayNode array, String name) {
    IntStream.range(0, array.size())
        .filter(i -> array.get(i).asString().equals(name))
        .findFirst()
        .ifPresent(array::remove);
  }

  private static Mutant mutant(
      SchemaFiles files, String location, String how, String at, Consumer<JsonNode> change) {
    Map<String, JsonNode> documents = new HashMap<>();
    files.documents().forEach((id, document) -> documents.put(id, document.deepCopy()));
    var mutated = new SchemaFiles(files.base(), documents);
    change.accept(mutated.at(at));
    return new Mutant(files.address(location) + " " + how, mutated);
  }

  @Override
  public String toString() {
    return change;
  }
}
