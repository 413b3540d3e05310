package conformance.schema;

import conformance.contract.ContractException;
import conformance.contract.Level;
import conformance.contract.Rule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Lists the rules of a schema: each assertion keyword at a place that every instance must pass.
 *
 * <p>What stands below {@code if}, {@code not}, {@code anyOf}, {@code oneOf}, {@code contains} and
 * {@code propertyNames} demands nothing by itself; there the keyword as a whole is the rule.
 */
final class RuleReader {
  /** Say something about the schema and nothing of an instance. */
  private static final Set<String> DESCRIBING =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "default",
          "deprecated",
          "x-source",
          "x-expected");

  private final SchemaFiles files;
  private final Set<String> visited = new HashSet<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private RuleReader(SchemaFiles files) {
    this.files = files;
  }

  /**
   * The rules of the schema at {@code location} and of all that it refers to, by their location.
   *
   * @throws ContractException if a keyword is not known, or a rule has no source
   */
  static Map<String, Rule> read(SchemaFiles files, String location) {
    var reader = new RuleReader(files);
    reader.visit(location, Place.body());
    return reader.rules;
  }

  private void visit(String location, Place around) {
    var schema = files.at(location);
    if (!visited.add(location) || schema.isBoolean() && schema.asBoolean()) {
      return;
    }
    if (!schema.isObject()) {
      throw problem(location, "a schema that is an object or true");
    }
    var place = around.within(schema, files.address(location));
    for (var keyword : schema.properties()) {
      read(location, keyword.getKey(), keyword.getValue(), schema, place);
    }
  }

  private void read(String location, String keyword, JsonNode value, JsonNode schema, Place place) {
    var at = (location.contains("#") ? location : location + "#") + "/" + keyword;
    var id = location.replaceFirst("#.*", "");
    switch (keyword) {
      case "$ref", "x-advice" -> visit(files.resolve(id, value.asString()), place);
      case "allOf", "prefixItems" -> {
        for (var i = 0; i < value.size(); i++) {
          visit(at + "/" + i, keyword.equals("allOf") ? place : place.each());
        }
      }
      case "then", "else" -> visit(at, place);
      case "items" -> visit(at, place.each());
      case "properties" ->
          value.propertyNames().forEach(name -> visit(at + "/" + escape(name), place.member(name)));
      case "patternProperties", "dependentSchemas" ->
          value.propertyNames().forEach(name -> visit(at + "/" + escape(name), place.each()));
      case "required" ->
          value.forEach(
              name -> add(at + "/" + escape(name.asString()), keyword, name, schema, place));
      case "additionalProperties", "unevaluatedProperties" -> {
        if (value.isBoolean() && !value.asBoolean()) {
          add(at, keyword, value, schema, place);
        } else {
          visit(at, place.each());
        }
      }
      default -> {
        if (Assertion.ALL.containsKey(keyword)) {
          add(at, keyword, value, schema, place);
        } else if (!describes(keyword) && !keyword.equals("if")) {
          throw problem(at, "a keyword that the suite knows (is it misspelt?)");
        }
      }
    }
  }

  private void add(String at, String keyword, JsonNode value, JsonNode schema, Place place) {
    var source =
        place
            .source(keyword)
            .orElseThrow(() -> problem(at, "an x-source beside it or in a schema around it"));
    var level = at.contains(".advice.schema.json#") ? Level.SHOULD : Level.MUST;
    var given = schema.path("x-expected").path(keyword);
    var expected =
        given.isString() ? given.asString() : Assertion.ALL.get(keyword).expected().apply(value);
    var member = keyword.equals("required") ? place.member(value.asString()) : place;
    rules.put(
        at,
        new Rule(
            files.address(at),
            level,
            source,
            member.subject(),
            promise(keyword, member.subject(), expected),
            expected));
  }

  private static String promise(String keyword, String subject, String expected) {
    return switch (keyword) {
      case "propertyNames" -> "each name in %s is %s".formatted(subject, expected);
      case "additionalProperties", "unevaluatedProperties" ->
          "each property of %s is %s".formatted(subject, expected);
      default -> "%s is %s".formatted(subject, expected);
    };
  }

  static boolean describes(String keyword) {
    return DESCRIBING.contains(keyword) || keyword.equals("items");
  }

  /** RFC 6901, section 3. */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private ContractException problem(String location, String expected) {
    return new ContractException("%s: expected %s".formatted(files.address(location), expected));
  }
}
