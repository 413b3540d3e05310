package conformance.schema;

import conformance.contract.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The rules that no single value can show: across the items of a list, and across two reads.
 *
 * @param unique the rule that no two items have the same key, if there is one
 * @param persistent the rule that items do not vanish; its key tells items apart at the next read
 * @param ordered the rule that items keep their order
 * @param changes the rules on how properties may change between two reads
 */
record AcrossRules(
    Optional<Keyed> unique,
    Optional<Keyed> persistent,
    Optional<Keyed> ordered,
    List<Changing> changes) {

  /** A rule about items, told apart by the property {@code key}. */
  record Keyed(Rule rule, String key) {}

  /** A rule about how {@code property} may change. */
  record Changing(Rule rule, String keyword, String property, JsonNode demand) {}

  AcrossRules {
    changes = List.copyOf(changes);
  }

  /** Picks them out of all rules of a schema. */
  static AcrossRules of(SchemaFiles files, Map<String, Rule> rulesByLocation) {
    var keyed = new LinkedHashMap<String, Keyed>();
    var changes =
        rulesByLocation.entrySet().stream()
            .filter(it -> Keywords.acrossReads(keyword(it.getKey())))
            .filter(it -> !Keywords.OF_LISTS.contains(keyword(it.getKey())))
            .map(it -> changing(files, it.getKey(), it.getValue()))
            .toList();
    rulesByLocation.forEach(
        (location, rule) -> {
          if (Keywords.OF_LISTS.contains(keyword(location))) {
            keyed.put(keyword(location), new Keyed(rule, files.at(location).asString()));
          }
        });
    return new AcrossRules(
        Optional.ofNullable(keyed.get("x-unique-by")),
        Optional.ofNullable(keyed.get("x-persistent-by")),
        Optional.ofNullable(keyed.get("x-same-order-by")),
        changes);
  }

  /** The keyword that a schema location ends in. */
  static String keyword(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static Changing changing(SchemaFiles files, String location, Rule rule) {
    return new Changing(rule, keyword(location), rule.subject(), files.at(location));
  }

  /** Every rule that needs a second read. */
  List<Rule> ofReads() {
    var rules = changes.stream().map(Changing::rule).collect(Collectors.toList());
    ordered.ifPresent(it -> rules.add(0, it.rule()));
    persistent.ifPresent(it -> rules.add(0, it.rule()));
    return List.copyOf(rules);
  }

  /** The property that tells an item of the first read apart from others. */
  Optional<String> key() {
    return persistent.or(() -> ordered).map(Keyed::key);
  }

  /** The properties that must be remembered of a first read. */
  Set<String> properties() {
    return changes.stream().map(Changing::property).collect(Collectors.toSet());
  }
}
