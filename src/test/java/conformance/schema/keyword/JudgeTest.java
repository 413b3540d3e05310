package conformance.schema.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import conformance.schema.file.SchemaFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** What is counted, and merged, changes nothing about what networknt finds. */
class JudgeTest {
  private static final String BASE = "https://batch-contract.example/schemas/";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Counters NOTHING_COUNTED = new Counters(List.of(), List.of());
  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "-1",
          "1.0",
          "1e0",
          "1.5",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "\"\"",
          "\"a\"",
          "\"b\"",
          "\"\uD83D\uDE00\"",
          "\"ab\"",
          "null",
          "true",
          "false",
          "[]",
          "[1]",
          "[{\"a\": 1}]",
          "{}",
          "{\"a\": 1}",
          "{\"a\": \"1\", \"b\": 2}",
          "{\"a\": {\"a\": {\"a\": null}}}",
          "{\"a\": \"1\", \"b\": 1}",
          "{\"a\": \"1\", \"c\": 1}",
          "{\"a\": 1.0}",
          "{\"x1\": 1, \"a\": 0}",
          "{\"b\": 0, \"c\": []}");

  @Test
  void judgesDateTimesAsTheValidatorDoes() {
    var judge = judge("{'format': 'date-time'}");
    var plain = plain("{'format': 'date-time'}");
    var random = new Random(7);
    var valid = 0;
    for (var i = 0; i < 50_000; i++) {
      var text = StringNode.valueOf(dateTime(random));
      var errors = plain.apply(text);
      valid += errors.isEmpty() ? 1 : 0;
      var judged = judge.apply(text);
      // networknt accepts only the leap seconds on its list; DateTimeCasesTest has the others.
      if (!judged.isEmpty() || !text.asString().matches(".{17}60.*")) {
        assertThat(judged).as("%s", text).isEqualTo(errors);
      }
    }
    assertThat(valid).as("valid ones among 50,000").isBetween(10_000, 40_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'integer'}",
        "{'type': 'number'}",
        "{'type': 'string'}",
        "{'type': 'object'}",
        "{'type': 'array'}",
        "{'type': 'boolean'}",
        "{'type': 'null'}",
        "{'type': ['integer', 'null']}",
        "{'enum': ['a', 1, null]}",
        "{'enum': [1.0, [1]]}",
        "{'const': 'a'}",
        "{'const': 1}",
        "{'const': [1]}",
        "{'minimum': 1}",
        "{'maximum': 1}",
        "{'minimum': 0.5}",
        "{'maximum': 9223372036854775807}",
        "{'minLength': 1}",
        "{'minLength': 2}",
        "{'minLength': 0}",
        "{'required': ['a']}",
        "{'required': ['a', 'b'], 'type': ['object', 'string']}",
        "{'pattern': '^a$'}",
        "{'pattern': 'b|^a$'}",
        "{'not': {'type': 'string'}}",
        "{'not': {'anyOf': [{'type': 'string'}, {'minimum': 1}]}}",
        "{'oneOf': [{'type': 'integer'}, {'minimum': 1}]}",
        "{'not': {'anyOf': [{'const': 1}, {'properties': {'a': {'const': 1}}, 'required': ['a']}]}}",
        "{'if': {'not': {'required': ['a']}}, 'then': {'minimum': 1}}",
        "{'not': {'contains': {'const': 1}}}",
        "{'propertyNames': {'enum': ['a']}}",
        "{'propertyNames': {'enum': ['a', 1, 'a'], 'description': 'a name'}}",
        "{'propertyNames': {'enum': ['a', 'b'], 'maxLength': 0}}",
        "{'propertyNames': {'description': 'any'}}",
        "{'propertyNames': false}",
        "{'propertyNames': {'pattern': '^[ab]$'}}",
        "{'propertyNames': {'not': {'const': 'b'}}}",
        "{'additionalProperties': {'propertyNames': {'maxLength': 0}}}",
        "{'allOf': [{'properties': {'a': {'type': 'integer'}}}, {'properties': {'a': {'minimum': 1}, 'b': {'type': 'array'}}}]}",
        "{'allOf': [{'$ref': '#/$defs/d'}, {'$ref': '#/$defs/d'}], '$defs': {'d': {'properties': {'a': {'$ref': '#'}}}}}",
        "{'properties': {'a': {'type': 'integer'}, 'b': true, 'c': false}}",
        "{'properties': {'a': true}, 'additionalProperties': false}",
        "{'properties': {'a': true}, 'additionalProperties': {'type': 'string'}}",
        "{'properties': {'a': true}, 'patternProperties': {'^x': {'minimum': 2}}, 'additionalProperties': false}",
        "{'patternProperties': {'^x': {'minimum': 2}}, 'additionalProperties': {'type': 'string'}}",
        "{'properties': {'a': {'$ref': '#'}}, 'type': 'object'}",
        "{'allOf': [{'minimum': 1}, {'type': 'integer'}]}",
        "{'if': {'required': ['a']}, 'then': {'required': ['b']}, 'else': {'type': 'string'}}",
        "{'then': {'type': 'string'}}",
        "{'else': {'type': 'string'}}",
        "{'if': {'properties': {'a': {'const': '1'}}, 'required': ['a']}, 'then': {'maxProperties': 1}, 'else': {'required': ['b']}}",
        "{'if': {'properties': {'a': {'const': 1}}, 'required': ['a']}, 'then': {'maxProperties': 0}, 'else': {'type': 'string'}}",
        "{'if': {'properties': {'a': {'const': '1'}}, 'required': ['b']}, 'then': {'maxProperties': 1}}",
        "{'if': {'properties': {'a': {'const': '1'}}}, 'then': {'maxProperties': 1}, 'else': {'type': 'string'}}",
        "{'if': {'properties': {'a': {'const': '1', 'minLength': 2}}, 'required': ['a']}, 'else': {'type': 'string'}}",
        "{'if': {'properties': {'a': {'const': '1'}}, 'required': ['a', 'b']}, 'then': {'maxProperties': 1}}",
        "{'if': {'properties': {'a': {'const': '1'}, 'b': {'const': 2}}, 'required': ['a']}, 'then': {'maxProperties': 1}}",
        "{'if': {'properties': {'a': {'const': '1'}}, 'required': ['a']}, 'then': {'type': 'object'}, 'else': {'required': ['b']}}",
        "{'if': {'required': ['a']}, 'then': {'properties': {'b': true}}, 'else': {'properties': {'a': true}}, 'unevaluatedProperties': false}",
        "{'if': {'if': {'allOf': [{'type': 'string'}, {'if': {'type': 'integer'}, 'then': true}]}, 'then': false}, 'then': {'type': 'null'}}",
        "{'if': true, 'then': {'type': 'string'}}",
        "{'if': false, 'else': {'type': 'string'}}",
        "{'allOf': [{'additionalProperties': {'type': 'integer'}}, {'additionalProperties': {'minimum': 1}}]}",
        "{'allOf': [{'properties': {'a': true}, 'additionalProperties': {'type': 'integer'}}, {'properties': {'b': true}, 'additionalProperties': {'minimum': 1}}, {'required': ['c']}]}",
        "{'required': ['a', 'a', 'b']}",
        "{'properties': {'b': true}, 'required': ['a'], 'additionalProperties': false}",
        "{'allOf': [{'properties': {'a': true}}], 'unevaluatedProperties': false}",
        "{'properties': {'a': {'properties': {'a': true}, 'unevaluatedProperties': false}}}",
        "{'allOf': [{'items': {'properties': {'a': true}}, 'unevaluatedProperties': false}, {'items': {'unevaluatedProperties': false}}]}",
        "{'allOf': [{'$ref': '#/$defs/d'}, {'properties': {'b': true}, 'unevaluatedProperties': false}], '$defs': {'d': {'properties': {'a': true}, 'unevaluatedProperties': false}}}",
        "{'$ref': '#/$defs/d', 'unevaluatedProperties': false, '$defs': {'d': {'properties': {'a': {'type': 'integer'}}}}}"
      })
  void judgesAsTheValidatorDoes(String schema) {
    for (var text : VALUES) {
      var value = JSON.readTree(text);
      assertThat(judge(schema).apply(value)).as(text).isEqualTo(plain(schema).apply(value));
    }
  }

  @Test
  void tellsThePlaceOfAValueHoweverDeepItIs() {
    var schema = "{'properties': {'a': {'$ref': '#'}}, 'type': 'object'}";
    var value = JSON.readTree("{\"a\": ".repeat(100) + "null" + "}".repeat(100));
    assertThat(judge(schema).apply(value))
        .isEqualTo(plain(schema).apply(value))
        .containsExactly("type " + "/a".repeat(100) + " null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[0-9a-f]{3}$",
        "^[a-c]{2,}$",
        "^-[1-9][0-9]{1,3}$",
        "^[^a]*$",
        "^[^/-]+b?$",
        "^a?a?b+-$",
        "^a*ab$",
        "[.][aA][bB]$",
        "b-$",
        "[1Zz]$|[-b]00$",
        "^a|b$",
        "^a|^b{2}$",
        "^[\\\\\\-]$",
        "^[a\\]]+$",
        "^\\.+$",
        "^(a|b)$",
        "^ab{1}?$",
        "a+$",
        "^a",
        "^$",
        "a"
      })
  void judgesPatternsAsTheValidatorDoes(String regex) {
    var schema = "{'pattern': %s}".formatted(StringNode.valueOf(regex));
    var judge = judge(schema);
    var plain = plain(schema);
    var random = new Random(7);
    for (var i = 0; i < 5_000; i++) {
      var length = random.nextInt(6);
      var text = new StringBuilder();
      for (var j = 0; j < length; j++) {
        text.append(
            pick(random, "a", "a", "b", "B", "c", "-", "0", "1", ".", "\\", "]", "\n", "\u0080"));
      }
      var value = StringNode.valueOf(text.toString());
      assertThat(judge.apply(value)).as("%s", value).isEqualTo(plain.apply(value));
    }
  }

  private static String dateTime(Random random) {
    var text =
        new StringBuilder(
            "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                    random.nextInt(2_200),
                    random.nextInt(13) + random.nextInt(2),
                    random.nextInt(32) + random.nextInt(2),
                    random.nextInt(25),
                    random.nextInt(61),
                    random.nextInt(62)));
    if (random.nextBoolean()) {
      text.append('.');
      random.ints(random.nextInt(12), 0, 10).forEach(text::append);
    }
    text.append(pick(random, "Z", "Z", "Z", "+00:00", "-00:00", "z", "", "+05:30", "+24:00", "ZZ"));
    if (random.nextInt(4) == 0) {
      text.setCharAt(
          random.nextInt(text.length()), pick(random, "0", "9", "-", "t", " ", "\u0662").charAt(0));
    }
    return text.toString();
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }

  private static Function<JsonNode, TreeSet<String>> judge(String text) {
    var id = BASE + "judged";
    var files = new SchemaFiles(BASE, Map.of(id, JSON.readTree(json(text, id))));
    var judge = Judge.factory(files, NOTHING_COUNTED).judge(id);
    return value ->
        judge.judge(value, new Evaluation(0, Optional.of(Instant.EPOCH))).stream()
            .map(JudgeTest::line)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(SchemaError error) {
    return "%s %s %s"
        .formatted(error.assertion().keyword(), error.location(), error.property().orElse(null));
  }

  private static Function<JsonNode, TreeSet<String>> plain(String text) {
    var id = BASE + "plain";
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                it -> it.schemas(Map.of(id, json(text, id))).schemaRegistryConfig(config))
            .getSchema(SchemaLocation.of(id));
    return value -> errors(schema.validate(value));
  }

  private static String json(String text, String id) {
    return text.replace('\'', '"').replaceFirst("\\{", "{\"\\$id\": \"" + id + "\", ");
  }

  private static TreeSet<String> errors(List<Error> errors) {
    var lines = new TreeSet<String>();
    errors.forEach(
        error ->
            lines.add(
                error.getKeyword()
                    + " "
                    + error.getInstanceLocation()
                    + " "
                    + error.getProperty()));
    return lines;
  }
}
