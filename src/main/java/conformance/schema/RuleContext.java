package conformance.schema;

import conformance.contract.SourceScope;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a schema inherits from those around it: what values it is about, and where that comes from.
 *
 * @param subject how people call the values: a property's path in dots
 * @param depth 0 for the body and its items, 1 for their properties, more for what is deeper
 * @param properties the properties that the values are known to have
 * @param siblings the properties beside the values, themselves included
 * @param source what is known about sources
 */
record RuleContext(
    String subject, int depth, Set<String> properties, Set<String> siblings, SourceScope source) {

  RuleContext {
    properties = Set.copyOf(properties);
    siblings = Set.copyOf(siblings);
  }

  /** The place of the body as a whole. */
  static RuleContext body() {
    return new RuleContext("body", 0, Set.of(), Set.of(), SourceScope.unknown());
  }

  /** The place of the member {@code name} of this one. */
  RuleContext member(String name) {
    var path = depth == 0 ? name : subject + "." + name;
    return new RuleContext(path, depth + 1, Set.of(), properties, source);
  }

  /** The place of every member of this one that has no schema of its own. */
  RuleContext each() {
    return new RuleContext("each value of " + subject, depth + 1, Set.of(), properties, source);
  }

  /** The place of every item of this one. The items of the body are at the root, as the body is. */
  RuleContext item() {
    return depth == 0 ? new RuleContext(subject, 0, Set.of(), Set.of(), source) : each();
  }

  /** This place with what {@code schema} itself says: its source, and its title at the root. */
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
