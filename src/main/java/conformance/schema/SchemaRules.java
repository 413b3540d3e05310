package conformance.schema;

import conformance.contract.ContractException;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Applicator;
import conformance.schema.keyword.Applicator.Shape;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.Assertions;
import conformance.schema.keyword.KeywordValues;
import conformance.schema.keyword.MetaSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Lists the rules of a schema: each assertion keyword that always applies.
 *
 * <p>The subschemas of {@code if}, {@code not}, {@code anyOf}, {@code oneOf}, {@code contains} and
 * {@code propertyNames} need not be met by themselves; there the keyword as a whole is the rule.
 */
final class SchemaRules {
  private final SchemaFiles files;

  /** What each schema that was read is about. */
  private final Map<String, String> visited = new HashMap<>();

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private SchemaRules(SchemaFiles files) {
    this.files = files;
  }

  /**
   * The rules of the schema at {@code location} and of all it refers to, by location.
   *
   * @throws ContractException if a rule has no source, or a relation names an undeclared property
   */
  static Map<String, Rule> read(SchemaFiles files, String location) {
    var reader = new SchemaRules(files);
    reader.visit(location, RuleContext.body(MetaSchema.of(files)), true);
    return reader.rules;
  }

  /**
   * Reads a schema.
   *
   * @param demanded whether values must meet it; else it has no rules, but must be one that the
   *     suite can judge
   */
  private void visit(String at, RuleContext parent, boolean demanded) {
    var location = files.canonical(at);
    var schema = files.at(location);
    if (schema.isBoolean() && schema.asBoolean()) {
      return;
    }
    var before = visited.putIfAbsent(location + demanded, parent.subject());
    if (before != null) {
      checkAgain(location, schema, parent, before);
      return;
    }
    if (schema.isBoolean()) {
      exclude(location, parent, demanded);
      return;
    }
    if (!schema.isObject()) {
      throw problem(location, "a schema there, since a reference leads to it");
    }
    var context = parent.within(schema, files.address(location), files.properties(location));
    for (var keyword : schema.properties()) {
      read(location, keyword.getKey(), keyword.getValue(), schema, context, demanded);
    }
  }

  /** Checks what depends on the place of a schema that is referred to from several. */
  private void checkAgain(String location, JsonNode schema, RuleContext context, String before) {
    for (var keyword : schema.properties()) {
      var at = SchemaFiles.below(location, keyword.getKey());
      var assertion = Optional.ofNullable(Assertions.ALL.get(keyword.getKey()));
      assertion
          .map(it -> it.siblings(keyword.getValue()))
          .ifPresent(names -> names.forEach(name -> checkKnown(at, name, context.siblings())));
      if (assertion.flatMap(Assertion::change).isPresent() && !before.equals(context.subject())) {
        throw problem(
            at, "it at one property, not at %s and %s".formatted(before, context.subject()));
      }
    }
  }

  /** Reads a schema that is {@code false}. */
  private void exclude(String location, RuleContext context, boolean demanded) {
    var keyword = SchemaFiles.keyword(SchemaFiles.parent(location));
    var applicator = Applicator.ALL.get(keyword);
    if (demanded && (applicator == null || applicator.shape() != Shape.MAP)) {
      throw problem(location, "a schema that a value can meet (what is excluded stands in not)");
    }
    if (demanded) {
      var at = location + "/false";
      addOne(
          at, Assertions.ALL.get("false"), files.at(location), MissingNode.getInstance(), context);
    }
  }

  private void read(
      String location,
      String keyword,
      JsonNode value,
      JsonNode schema,
      RuleContext context,
      boolean demanded) {
    var at = SchemaFiles.below(location, keyword);
    var applicator = Optional.ofNullable(Applicator.ALL.get(keyword));
    var assertion = Optional.ofNullable(Assertions.ALL.get(keyword));
    KeywordValues.check(files.address(at), keyword, value);
    var isFalse = value.isBoolean() && !value.asBoolean();
    if (applicator.isPresent() && !(isFalse && assertion.isPresent())) {
      for (var subschema : applicator.get().subschemas(files, location, value)) {
        var name = SchemaFiles.name(subschema);
        var inner =
            context.within(applicator.get(), name).when(Condition.of(keyword, name, schema));
        visit(subschema, inner, demanded && applicator.get().demanded());
      }
    }
    if (assertion.isEmpty()) {
      return;
    }
    check(at, assertion.get(), value, schema, context, demanded);
    if (demanded && (applicator.isEmpty() || isFalse || !applicator.get().demanded())) {
      add(at, assertion.get(), value, schema, context);
    }
  }

  /** Adds the rules of a keyword: one, or one for each name in a list of them. */
  private void add(
      String at, Assertion assertion, JsonNode value, JsonNode schema, RuleContext context) {
    var named = assertion.keyword().equals("required") || assertion.isOfLists();
    if (named && value.isArray()) {
      value.forEach(
          name ->
              addOne(
                  at + "/" + SchemaFiles.escape(name.asString()),
                  assertion,
                  name,
                  schema,
                  context.member(name.asString())));
    } else {
      addOne(at, assertion, value, schema, named ? context.member(value.asString()) : context);
    }
  }

  private void addOne(
      String at, Assertion assertion, JsonNode value, JsonNode schema, RuleContext context) {
    var source =
        context
            .source()
            .of(assertion.keyword())
            .orElseThrow(() -> problem(at, "an x-source beside it or in a schema around it"));
    var level = at.contains(".advice.schema.json#") ? Level.SHOULD : Level.MUST;
    var stated = schema.path("x-expected").path(assertion.keyword());
    var expected =
        stated.isString() ? stated.asString() : assertion.expected(value) + context.condition();
    var id = files.address(at.endsWith("/false") ? SchemaFiles.parent(at) : at);
    var category = context.category(assertion.keyword());
    var promise = assertion.promise(context.subject(), expected);
    rules.put(at, new Rule(id, level, source, category, context.subject(), promise, expected));
  }

  /** Refuses a keyword that could not be judged where it stands. */
  private void check(
      String at,
      Assertion assertion,
      JsonNode value,
      JsonNode schema,
      RuleContext context,
      boolean demanded) {
    assertion.siblings(value).forEach(name -> checkKnown(at, name, context.siblings()));
    if (assertion.isOfLists()) {
      if (context.depth() > 0 || !schema.has("items") || !demanded) {
        throw problem(at, "it at the array that is the body, which has items");
      }
      var items = files.properties(SchemaFiles.below(SchemaFiles.parent(at), "items"));
      if (value.isArray()) {
        value.forEach(name -> checkKnown(at + "/" + name.asString(), name.asString(), items));
      } else {
        checkKnown(at, value.asString(), items);
      }
    }
    if (assertion.change().isPresent()
        && (context.depth() != 1 || !context.siblings().contains(context.subject()) || !demanded)) {
      throw problem(at, "it at a property of the body, or of the body's items");
    }
  }

  private void checkKnown(String at, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw problem(
          at, "the name of a property there, one of " + new TreeSet<>(known) + ", not " + name);
    }
  }

  private ContractException problem(String location, String expected) {
    return new ContractException("%s: expected %s".formatted(files.address(location), expected));
  }
}
