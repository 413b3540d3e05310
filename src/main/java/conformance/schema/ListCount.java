package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Rule;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Counters;
import conformance.schema.keyword.Evaluation;
import conformance.schema.keyword.Judge;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A rule on how many items the array that is the body has. The items are counted while they are
 * read, as the array is never held whole.
 *
 * @param least how many there must be
 * @param most how many there may be
 * @param counted judges whether an item counts; empty if all do
 */
record ListCount(Rule rule, long least, long most, Optional<Judge> counted) {
  private static final Set<String> KEYWORDS = Set.of("minItems", "maxItems", "contains");
  private static final Counters NOTHING = new Counters(List.of(), List.of());

  /** Whether the keyword makes such a rule, or belongs to one that does. */
  static boolean has(String keyword) {
    return KEYWORDS.contains(keyword);
  }

  /** The rule of a keyword at the array. */
  static ListCount of(SchemaFiles files, String location, Rule rule) {
    var schema = files.at(SchemaFiles.parent(location));
    return switch (SchemaFiles.keyword(location)) {
      case "minItems" ->
          new ListCount(rule, number(schema, "minItems", 0), Long.MAX_VALUE, Optional.empty());
      case "maxItems" -> new ListCount(rule, 0, number(schema, "maxItems", 0), Optional.empty());
      default ->
          new ListCount(
              rule,
              number(schema, "minContains", 1),
              number(schema, "maxContains", Long.MAX_VALUE),
              Optional.of(Judge.factory(files, NOTHING).judge(location)));
    };
  }

  private static long number(JsonNode schema, String keyword, long otherwise) {
    return schema.has(keyword) ? schema.get(keyword).asLong() : otherwise;
  }

  /** Whether an item counts. */
  boolean counts(JsonNode item) {
    return counted.isEmpty()
        || counted.get().judge(item, new Evaluation(0, Optional.empty())).isEmpty();
  }

  /** The deviation of an array of {@code items}, of which {@code number} count. */
  Optional<Deviation> deviation(long items, long number) {
    if (number >= least && number <= most) {
      return Optional.empty();
    }
    var reason =
        counted.isPresent()
            ? "%,d of its items are as described".formatted(number)
            : "it has %,d items".formatted(number);
    return Optional.of(
        new Deviation("", rule.expected(), "an array of %,d items".formatted(items), reason));
  }
}
