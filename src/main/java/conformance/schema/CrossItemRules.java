package conformance.schema;

import conformance.contract.ContractException;
import conformance.contract.Rule;
import conformance.relation.Change;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.Assertions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rules that span several values: the items of a list, or two reads.
 *
 * @param unique no two items have the same key
 * @param persistent items do not disappear; its key identifies them at the next read
 * @param ordered items keep their order
 * @param changes how properties may change between two reads
 */
record CrossItemRules(
    List<Keyed> unique,
    Optional<Keyed> persistent,
    Optional<Keyed> ordered,
    List<Changing> changes) {

  /** A rule about items, identified by the property {@code key}. */
  record Keyed(Rule rule, String key) {}

  /** A rule about how {@code property} may change. */
  record Changing(Rule rule, Change change, String property, JsonNode keywordValue) {}

  CrossItemRules {
    unique = List.copyOf(unique);
    changes = List.copyOf(changes);
  }

  /** Selects them from all rules of a schema. */
  static CrossItemRules of(SchemaFiles files, Map<String, Rule> rulesByLocation) {
    var changes =
        rulesByLocation.entrySet().stream()
            .flatMap(entry -> changing(files, entry.getKey(), entry.getValue()).stream())
            .toList();
    return new CrossItemRules(
        keyed("x-unique-by", rulesByLocation),
        only("x-persistent-by", rulesByLocation),
        only("x-same-order-by", rulesByLocation),
        changes);
  }

  /** The rules of a keyword whose value is one property name, or an array of them. */
  private static List<Keyed> keyed(String keyword, Map<String, Rule> rulesByLocation) {
    return rulesByLocation.entrySet().stream()
        .filter(entry -> entry.getKey().matches(".*/" + keyword + "(/[^/]+)?"))
        .map(entry -> new Keyed(entry.getValue(), entry.getValue().subject()))
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

  private static Optional<Changing> changing(SchemaFiles files, String location, Rule rule) {
    return Optional.ofNullable(Assertions.ALL.get(SchemaFiles.keyword(location)))
        .flatMap(Assertion::change)
        .map(change -> new Changing(rule, change, rule.subject(), files.at(location)));
  }

  /** Every rule that needs a second read. */
  List<Rule> ofReads() {
    var rules = changes.stream().map(Changing::rule).collect(Collectors.toList());
    ordered.ifPresent(keyed -> rules.add(0, keyed.rule()));
    persistent.ifPresent(keyed -> rules.add(0, keyed.rule()));
    return List.copyOf(rules);
  }

  /** The property that identifies items across reads. */
  Optional<String> key() {
    return persistent.or(() -> ordered).map(Keyed::key);
  }

  /** The properties that are compared between two reads, the key included. */
  Stream<String> compared() {
    return Stream.concat(key().stream(), properties().stream());
  }

  /** The properties that a snapshot must contain. */
  Set<String> properties() {
    return changes.stream().map(Changing::property).collect(Collectors.toSet());
  }
}
