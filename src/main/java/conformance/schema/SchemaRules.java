package conformance.schema;

import conformance.contract.ContractException;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.relation.Change;
import conformance.relation.Relation;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.Keywords;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Lists the rules of a schema: each assertion keyword that always applies.
 *
 * <p>The subschemas of {@code if}, {@code not}, {@code anyOf}, {@code oneOf}, {@code contains} and
 * {@code propertyNames} need not be met by themselves; there the keyword as a whole is the rule.
 */
final class SchemaRules {
  private final SchemaFiles files;
  private final Set<String> visited = new HashSet<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private SchemaRules(SchemaFiles files) {
    this.files = files;
  }

  /**
   * The rules of the schema at {@code location} and of all it refers to, by location.
   *
   * @throws ContractException if a keyword is unknown, a rule has no source, or a relation names an
   *     undeclared property
   */
  static Map<String, Rule> read(SchemaFiles files, String location) {
    var reader = new SchemaRules(files);
    reader.visit(location, RuleContext.body());
    return reader.rules;
  }

  private void visit(String location, RuleContext parent) {
    var schema = files.at(location);
    if (!visited.add(location) || schema.isBoolean() && schema.asBoolean()) {
      return;
    }
    if (!schema.isObject()) {
      throw problem(location, "a schema that is an object or true");
    }
    var context = parent.within(schema, files.address(location), files.properties(location));
    for (var keyword : schema.properties()) {
      read(location, keyword.getKey(), keyword.getValue(), schema, context);
    }
  }

  private void read(
      String location, String keyword, JsonNode value, JsonNode schema, RuleContext context) {
    var at = SchemaFiles.below(location, keyword);
    switch (keyword) {
      case "$ref", "x-advice" -> visit(files.resolve(location, value.asString()), context);
      case "allOf", "prefixItems" -> {
        for (var i = 0; i < value.size(); i++) {
          visit(at + "/" + i, keyword.equals("allOf") ? context : context.item());
        }
      }
      case "then", "else" -> visit(at, context);
      case "items" -> visit(at, context.item());
      case "properties" ->
          value
              .propertyNames()
              .forEach(it -> visit(at + "/" + SchemaFiles.escape(it), context.member(it)));
      case "patternProperties", "dependentSchemas" ->
          value
              .propertyNames()
              .forEach(name -> visit(at + "/" + SchemaFiles.escape(name), context.each()));
      case "required" ->
          value.forEach(
              name ->
                  add(
                      at + "/" + SchemaFiles.escape(name.asString()),
                      keyword,
                      name,
                      schema,
                      context));
      case "additionalProperties", "unevaluatedProperties" -> {
        if (value.isBoolean() && !value.asBoolean()) {
          add(at, keyword, value, schema, context);
        } else {
          visit(at, context.each());
        }
      }
      default -> {
        if (keyword.equals("x-unique-by") && value.isArray()) {
          value.forEach(
              name ->
                  add(
                      at + "/" + SchemaFiles.escape(name.asString()),
                      keyword,
                      name,
                      schema,
                      context));
        } else if (Assertion.ALL.containsKey(keyword)) {
          add(at, keyword, value, schema, context);
        } else if (!Keywords.METADATA.contains(keyword) && !keyword.equals("if")) {
          throw problem(at, "a keyword that the suite knows (is it misspelt?)");
        }
      }
    }
  }

  private void add(
      String at, String keyword, JsonNode value, JsonNode schema, RuleContext context) {
    checkNames(at, keyword, value, schema, context);
    var source =
        context
            .source()
            .of(keyword)
            .orElseThrow(() -> problem(at, "an x-source beside it or in a schema around it"));
    var level = at.contains(".advice.schema.json#") ? Level.SHOULD : Level.MUST;
    var stated = schema.path("x-expected").path(keyword);
    var expected =
        stated.isString() ? stated.asString() : Assertion.ALL.get(keyword).expected().apply(value);
    var subject =
        keyword.equals("required") || Keywords.LIST_KEYWORDS.contains(keyword)
            ? context.member(value.asString()).subject()
            : context.subject();
    var promise = promise(keyword, subject, expected);
    rules.put(at, new Rule(files.address(at), level, source, subject, promise, expected));
  }

  private void checkNames(
      String at, String keyword, JsonNode value, JsonNode schema, RuleContext context) {
    var relation = Relation.ALL.get(keyword);
    if (relation != null) {
      relation.siblings().apply(value).forEach(name -> checkKnown(at, name, context.siblings()));
    }
    if (Keywords.LIST_KEYWORDS.contains(keyword)) {
      if (context.depth() > 0 || !schema.has("items")) {
        throw problem(at, "it at the array that is the body, which has items");
      }
      var items = at.substring(0, at.lastIndexOf("/" + keyword)) + "/items";
      checkKnown(at, value.asString(), files.properties(items));
    }
    if (Change.ALL.containsKey(keyword)
        && (context.depth() != 1 || !context.siblings().contains(context.subject()))) {
      throw problem(at, "it at a property of the body, or of the body's items");
    }
  }

  private void checkKnown(String at, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw problem(
          at, "the name of a property there, one of " + new TreeSet<>(known) + ", not " + name);
    }
  }

  private static String promise(String keyword, String subject, String expected) {
    return switch (keyword) {
      case "propertyNames" -> "each name in %s is %s".formatted(subject, expected);
      case "additionalProperties", "unevaluatedProperties" ->
          "each property of %s is %s".formatted(subject, expected);
      default -> "%s is %s".formatted(subject, expected);
    };
  }

  private ContractException problem(String location, String expected) {
    return new ContractException("%s: expected %s".formatted(files.address(location), expected));
  }
}
