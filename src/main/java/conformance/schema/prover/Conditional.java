package conformance.schema.prover;

import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Counters;
import conformance.schema.keyword.Keywords;
import conformance.schema.prover.AppliedSchemas.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code if}, {@code then} and {@code else}, in the form that is known here: one property is one of
 * some texts; then others are required, or compared.
 *
 * @param property that the condition is about
 * @param texts that meet it
 */
record Conditional(
    String property, Set<String> texts, Optional<Branch> then, Optional<Branch> otherwise) {

  /**
   * What is demanded if the condition is met, or if not.
   *
   * @param required names of properties
   * @param counters for these
   * @param comparisons by name of the property
   */
  record Branch(Set<String> required, int[] counters, Map<String, List<Comparison>> comparisons) {}

  /** Reads the keywords of the schema at {@code location}. */
  static Conditional of(SchemaFiles files, Counters counters, String location) {
    var at = SchemaFiles.below(location, "if");
    var condition = files.at(at);
    var properties = condition.path("properties");
    var required = condition.path("required");
    var others =
        condition.propertyNames().stream()
            .filter(it -> !it.equals("properties") && !it.equals("required"));
    if (properties.size() != 1
        || required.size() != 1
        || !properties.has(required.get(0).asString())
        || others.anyMatch(it -> !Keywords.METADATA.contains(it))) {
      throw new Unprovable(at);
    }
    var name = required.get(0).asString();
    return new Conditional(
        name,
        new LinkedHashSet<>(AppliedSchemas.excluded(at, properties.get(name))),
        branch(files, counters, location, "then"),
        branch(files, counters, location, "else"));
  }

  private static Optional<Branch> branch(
      SchemaFiles files, Counters counters, String location, String keyword) {
    var schema = files.at(location).path(keyword);
    if (schema.isMissingNode() || schema.isBoolean() && schema.asBoolean()) {
      return Optional.empty();
    }
    var at = SchemaFiles.below(location, keyword);
    var required = new LinkedHashSet<String>();
    var comparisons = new HashMap<String, List<Comparison>>();
    if (!schema.isObject()) {
      throw new Unprovable(at);
    }
    for (var it : schema.properties()) {
      if (it.getKey().equals("required")) {
        it.getValue().forEach(name -> required.add(name.asString()));
      } else if (it.getKey().equals("properties")) {
        for (var property : it.getValue().properties()) {
          var below = at + "/properties/" + SchemaFiles.escape(property.getKey());
          comparisons.put(property.getKey(), comparisons(counters, below, property.getValue()));
        }
      } else if (!Keywords.METADATA.contains(it.getKey())) {
        throw new Unprovable(at);
      }
    }
    return Optional.of(new Branch(required, counters.ofRules(at + "/required"), comparisons));
  }

  private static List<Comparison> comparisons(Counters counters, String at, JsonNode schema) {
    var comparisons = new ArrayList<Comparison>();
    for (var keyword : schema.properties()) {
      if (SiblingRules.KEYWORDS.contains(keyword.getKey())) {
        comparisons.add(
            new Comparison(
                keyword.getKey(),
                keyword.getValue(),
                counters.ofRules(at + "/" + keyword.getKey())));
      } else if (!Keywords.METADATA.contains(keyword.getKey())) {
        throw new Unprovable(at);
      }
    }
    if (!schema.isObject() && !(schema.isBoolean() && schema.asBoolean())) {
      throw new Unprovable(at);
    }
    return comparisons;
  }
}
