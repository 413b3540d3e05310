package conformance.schema;

import conformance.contract.SourceScope;
import conformance.schema.keyword.Applicator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a schema inherits from the schemas around it.
 *
 * @param subject readable name of the values it applies to: a dotted property path
 * @param depth 0 for the body and its items, 1 for their properties, and so on
 * @param properties the declared properties of the values
 * @param siblings the declared properties of the object that contains the values
 * @param source the {@code x-source} that applies
 * @param categories kind of deviation by keyword; under the empty name that of every other keyword
 * @param condition when it applies, such as {@code " when status is executed"}; empty if always
 */
record RuleContext(
    String subject,
    int depth,
    Set<String> properties,
    Set<String> siblings,
    SourceScope source,
    Map<String, String> categories,
    String condition) {

  RuleContext {
    properties = Set.copyOf(properties);
    siblings = Set.copyOf(siblings);
    categories = Map.copyOf(categories);
  }

  /**
   * The context of the body.
   *
   * @param vocabulary the schema of the keywords, which has a category for some of them
   */
  static RuleContext body(JsonNode vocabulary) {
    var categories = new HashMap<String, String>();
    for (var keyword : vocabulary.path("properties").properties()) {
      var category = keyword.getValue().path("x-category");
      category.stringValueOpt().ifPresent(name -> categories.put(keyword.getKey(), name));
    }
    categories.put("", vocabulary.path("x-category").asString());
    return new RuleContext("body", 0, Set.of(), Set.of(), SourceScope.unknown(), categories, "");
  }

  /** The same where a condition holds as well. */
  RuleContext when(String further) {
    var both =
        condition.isEmpty() || further.isEmpty()
            ? condition + further
            : condition + " and" + further;
    return new RuleContext(subject, depth, properties, siblings, source, categories, both);
  }

  /** The kind of deviation from a rule of {@code keyword}. */
  String category(String keyword) {
    return categories.getOrDefault(keyword, categories.get(""));
  }

  /** The context of the property {@code name}. */
  RuleContext member(String name) {
    var path = depth == 0 ? name : subject + "." + name;
    return new RuleContext(path, depth + 1, Set.of(), properties, source, categories, condition);
  }

  /**
   * The context of what a keyword's subschema applies to.
   *
   * @param name of the property, if the keyword lists properties by name
   */
  RuleContext within(Applicator applicator, String name) {
    return switch (applicator.values()) {
      case SAME -> this;
      case ITEMS -> item();
      case NAMED_PROPERTY -> member(name);
      case PROPERTIES -> each();
      case NAMES ->
          new RuleContext(subject, depth + 1, Set.of(), Set.of(), source, categories, condition);
    };
  }

  /** The context of all properties that are not listed by name. */
  private RuleContext each() {
    return new RuleContext(
        "each value of " + subject, depth + 1, Set.of(), properties, source, categories, condition);
  }

  /** The context of array items; items of the body have depth 0, as the body has. */
  private RuleContext item() {
    return depth == 0
        ? new RuleContext(subject, 0, Set.of(), Set.of(), source, categories, condition)
        : each();
  }

  /**
   * This context with the schema's own properties, source and categories, and at depth 0 its title.
   */
  RuleContext within(JsonNode schema, String address, Set<String> declared) {
    var known = new HashSet<>(properties);
    known.addAll(declared);
    return new RuleContext(
        depth == 0 ? schema.path("title").asString(subject) : subject,
        depth,
        known,
        siblings,
        source.within(schema, address),
        categories(schema.path("x-category")),
        condition);
  }

  /** One category replaces those of all keywords, an object those of the keywords that it names. */
  private Map<String, String> categories(JsonNode given) {
    if (given.isString()) {
      return Map.of("", given.asString());
    }
    var merged = new HashMap<>(categories);
    given.properties().forEach(each -> merged.put(each.getKey(), each.getValue().asString()));
    return merged;
  }
}
