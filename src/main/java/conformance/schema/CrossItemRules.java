package conformance.schema;

import conformance.contract.ContractException;
import conformance.contract.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rules that no single value can show: across the items of a list, and across two reads.
 *
 * @param unique the rules that no two items have the same key
 * @param persistent the rule that items do not vanish; its key tells items apart at the next read
 * @param ordered the rule that items keep their order
 * @param changes the rules on how properties may change between two reads
 */
record AcrossRules(
    List<Keyed> unique,
    Optional<Keyed> persistent,
    Optional<Keyed> ordered,
    List<Changing> changes) {

  /**
   * A rule about items, told apart by the property {@code key}.
   *
   * @param key interned, as the names that are read are
   */
  record Keyed(Rule rule, String key) {
    Keyed {
      key = key.intern();
    }
  }

  /** A rule about how {@code property} may change. */
  record Changing(Rule rule, String keyword, String property, JsonNode keywordValue) {}

  AcrossRules {
    unique = List.copyOf(unique);
    changes = List.copyOf(changes);
  }

  /** Picks them out of all rules of a schema. */
  static AcrossRules of(SchemaFiles files, Map<String, Rule> rulesByLocation) {
    var changes =
        rulesByLocation.entrySet().stream()
            .filter(it -> Keywords.acrossReads(keyword(it.getKey())))
            .filter(it -> !Keywords.OF_LISTS.contains(keyword(it.getKey())))
            .map(it -> changing(files, it.getKey(), it.getValue()))
            .toList();
    return new AcrossRules(
        keyed("x-unique-by", rulesByLocation),
        only("x-persistent-by", rulesByLocation),
        only("x-same-order-by", rulesByLocation),
        changes);
  }

  /** The rules of a keyword that names one property, or several in an array. */
  private static List<Keyed> keyed(String keyword, Map<String, Rule> rulesByLocation) {
    return rulesByLocation.entrySet().stream()
        .filter(it -> it.getKey().matches(".*/" + keyword + "(/[^/]+)?"))
        .map(it -> new Keyed(it.getValue(), it.getValue().subject()))
        .toList();
  }

  private static Optional<Keyed> only(String keyword, Map<String, Rule> rulesByLocation) {
    var keyed = keyed(keyword, rulesByLocation);
    if (keyed.size() > 1) {
      throw new ContractException(
          "%s: there is one %s already, and items are told apart in one way only"
              .formatted(keyed.get(1).rule().id(), keyword));
    }
    return keyed.stream().findFirst();
  }

  /** Whether there is a rule about the items of a list. */
  boolean ofLists() {
    return !unique.isEmpty() || key().isPresent();
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

  /** The properties that are compared between two reads, the key included. */
  Stream<String> compared() {
    return Stream.concat(key().stream(), properties().stream());
  }

  /** The properties that must be remembered of a first read. */
  Set<String> properties() {
    return changes.stream().map(Changing::property).collect(Collectors.toSet());
  }
}
