package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.ContractException;
import conformance.schema.file.SchemaFiles;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A reference to a type in another folder works as if the type were inlined. */
class SharedTypesTest {
  private static final String BASE = "https://contract.example/schemas/";
  private static final Map<String, String> TYPES =
      Map.of(
          "vocabulary.schema.json", "{'x-category': 'Another value'}",
          "types/colour.schema.json",
              "{'description': 'any', 'x-expected': {'enum': 'a colour'},"
                  + " 'enum': ['red', 'green']}",
          "types/count.schema.json", "{'type': 'integer', 'minimum': 0}",
          "types/small.schema.json", "{'$ref': 'count.schema.json', 'maximum': 9}",
          "types/all.schema.json", "{'$defs': {'text': {'type': 'string'}}}",
          "types/open.schema.json", "{'additionalProperties': false}",
          "types/anything.schema.json", "true",
          "types/tree.schema.json", "{'items': {'$ref': '../types/tree.schema.json'}}");

  @Test
  void makesARuleOfItsOwnOfEachPlaceThatRefersToAType() {
    var files =
        files(
            "{'x-source': {'section': 'Body', 'basis': 'stated'}, 'properties': {"
                + "'door': {'description': 'mine', '$ref': '../types/colour.schema.json'},"
                + "'roof': {'$ref': '../types/colour.schema.json', 'x-expected': {'enum': 'bright'}},"
                + "'rooms': {'$ref': '../types/small.schema.json', 'x-integer-literal': true},"
                + "'name': {'$ref': '../types/all.schema.json#/$defs/text'}}}");
    assertThat(
            SchemaRules.read(files, BASE + "house/house.schema.json").values().stream()
                .map(rule -> rule.id() + ": " + rule.promise()))
        .containsExactly(
            "house/house.schema.json#/properties/door/enum: door is a colour",
            "house/house.schema.json#/properties/roof/enum: roof is bright",
            "house/house.schema.json#/properties/rooms/type: rooms is an integer",
            "house/house.schema.json#/properties/rooms/minimum: rooms is at least 0",
            "house/house.schema.json#/properties/rooms/maximum: rooms is at most 9",
            "house/house.schema.json#/properties/rooms/x-integer-literal:"
                + " rooms is written as an integer",
            "house/house.schema.json#/properties/name/type: name is a string");
    assertThat(files.at(BASE + "house/house.schema.json#/properties/door/description").asString())
        .isEqualTo("mine");
  }

  @Test
  void leavesAReferenceWithinTheFolderAsItIs() {
    var text = "{'$ref': 'room.schema.json', 'items': {'$ref': '#/$defs/x'}, '$defs': {'x': true}}";
    assertThat(files(text).at(BASE + "house/house.schema.json").toString())
        .isEqualTo(text.replace('\'', '"').replace(": ", ":").replace(", ", ","));
  }

  @Test
  void tellsFoldersApartByTheirWholeNames() {
    var house = "{'$ref': '../housf/door.schema.json'}";
    var files = files(house, Map.of("housf/door.schema.json", "{'type': 'string'}"));
    assertThat(files.at(BASE + "house/house.schema.json")).hasToString("{\"type\":\"string\"}");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'$ref': '../types/tree.schema.json'}"
            + "| types/tree.schema.json: expected a shared type that does not contain itself",
        "{'$ref': '../types/anything.schema.json'}"
            + "| types/anything.schema.json: expected a schema that is an object",
        "{'minimum': 1, '$ref': '../types/count.schema.json'}"
            + "| house/house.schema.json: expected minimum and the reference to"
            + " ../types/count.schema.json apart, below allOf",
        "{'properties': {}, '$ref': '../types/open.schema.json'}"
            + "| house/house.schema.json: expected properties and the reference to"
            + " ../types/open.schema.json apart, below allOf",
        "{'additionalProperties': false, '$ref': '../types/count.schema.json'}"
            + "| house/house.schema.json: expected additionalProperties and the reference to"
            + " ../types/count.schema.json apart, below allOf",
        "{'properties': {'a': {'maxLenght': 2, '$ref': '../types/count.schema.json'}}}"
            + "| house/house.schema.json#/properties/a/maxLenght: maxLenght is not a keyword, did you"
            + " mean maxLength?",
        "{'$ref': '../types/all.schema.json#/$defs/none'}"
            + "| there is no schema at types/all.schema.json#/$defs/none"
      })
  void saysWhyATypeCannotBeWrittenIn(String house, String message) {
    assertThatThrownBy(() -> files(house))
        .isInstanceOf(ContractException.class)
        .hasMessage(message);
  }

  private static SchemaFiles files(String house) {
    return files(house, TYPES);
  }

  private static SchemaFiles files(String house, Map<String, String> types) {
    var texts = new TreeMap<>(types);
    texts.put("house/house.schema.json", house);
    var documents =
        texts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    it -> BASE + it.getKey(),
                    it -> new JsonMapper().readTree(it.getValue().replace('\'', '"'))));
    return SharedTypes.inline(new SchemaFiles(BASE, documents));
  }
}
