package conformance.schema;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.RuleCounter;
import conformance.relation.SeenKeys;
import conformance.schema.CrossItemRules.Keyed;
import conformance.schema.file.SchemaFiles;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Examines the items of one list for duplicate keys, item by item. */
final class Uniqueness {
  private final Keyed rule;
  private final RuleCounter counter;
  private final SeenKeys seen = new SeenKeys();
  private long examined;

  Uniqueness(Keyed rule, RuleCounter counter) {
    this.rule = rule;
    this.counter = counter;
  }

  /**
   * Examines the next item.
   *
   * @param deviating locations of the item's own deviations: a key that deviates is not compared
   */
  void examine(Function<String, JsonNode> item, long index, Set<String> deviating) {
    var name = rule.key();
    var value = item.apply(name);
    if (!value.isString() && !value.isIntegralNumber()) {
      return;
    }
    if (!deviating.isEmpty() && deviating.contains(location(index, name))) {
      return;
    }
    examined++;
    seen.add(value.asString(), (int) index)
        .ifPresent(
            first ->
                counter.deviate(
                    rule.rule(),
                    new Deviation(
                        location(index, name),
                        rule.rule().expected(),
                        Excerpt.value(value),
                        "the item at /%d has the same %s".formatted(first, name))));
  }

  /** Counts the items that were examined. */
  void end() {
    counter.examine(rule.rule(), examined);
  }

  private static String location(long index, String name) {
    return "/" + index + "/" + SchemaFiles.escape(name);
  }
}
