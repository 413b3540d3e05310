package conformance.schema;

import conformance.contract.SourceScope;
import conformance.schema.keyword.Applicator;
import java.util.HashSet;
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
 */
record RuleContext(
    String subject, int depth, Set<String> properties, Set<String> siblings, SourceScope source) {

  RuleContext {
    properties = Set.copyOf(properties);
    siblings = Set.copyOf(siblings);
  }

  static RuleContext body() {
    return new RuleContext("body", 0, Set.of(), Set.of(), SourceScope.unknown());
  }

  /** The context of the property {@code name}. */
  RuleContext member(String name) {
    var path = depth == 0 ? name : subject + "." + name;
    return new RuleContext(path, depth + 1, Set.of(), properties, source);
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
      case NAMES -> new RuleContext(subject, depth + 1, Set.of(), Set.of(), source);
    };
  }

  /** The context of all properties that are not listed by name. */
  private RuleContext each() {
    return new RuleContext("each value of " + subject, depth + 1, Set.of(), properties, source);
  }

  /** The context of array items; items of the body have depth 0, as the body has. */
  private RuleContext item() {
    return depth == 0 ? new RuleContext(subject, 0, Set.of(), Set.of(), source) : each();
  }

  /** This context with the schema's own properties and source, and at depth 0 its title. */
  RuleContext within(JsonNode schema, String address, Set<String> declared) {
    var known = new HashSet<>(properties);
    known.addAll(declared);
    return new RuleContext(
        depth == 0 ? schema.path("title").asString(subject) : subject,
        depth,
        known,
        siblings,
        source.within(schema, address));
  }
}
