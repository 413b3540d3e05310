package conformance.schema;

import conformance.contract.ContractException;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.json.ItemScanner;
import conformance.json.JsonError;
import conformance.relation.ReadSnapshot;
import conformance.schema.file.SchemaFiles;
import conformance.schema.keyword.Counters;
import conformance.schema.keyword.DocumentedValues;
import conformance.schema.keyword.Judge;
import conformance.schema.keyword.SchemaError;
import conformance.schema.prover.Prover;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The compiled rules of a response body, shared by all bodies of a kind. */
public final class BodySchema {
  /** So many items are validated sooner than the prover is loaded. */
  private static final int FEW = 20;

  private final SchemaFiles files;
  private final Map<JsonError.Kind, Rule> bodyRules;
  private final Map<String, Rule> rulesByLocation;
  private final List<Rule> numbered;
  private final Counters counters;
  private final CrossItemRules crossItemRules;
  private final PersonalData personal;
  private final Judge whole;
  private final List<Judge> items;
  private final Map<String, ListCount> listCounts;
  private final Set<String> properties;
  private final String itemLocation;

  /** Null as long as no list is long. */
  private Optional<ItemScanner.Factory> prover;

  BodySchema(
      SchemaFiles files,
      Map<JsonError.Kind, Rule> bodyRules,
      Map<String, Rule> rulesByLocation,
      String location) {
    this.files = files;
    this.personal = PersonalData.of(files, location.substring(0, location.lastIndexOf('/') + 1));
    this.bodyRules = bodyRules;
    this.rulesByLocation = rulesByLocation;
    this.crossItemRules = CrossItemRules.of(files, rulesByLocation);
    var ofOneRead = new LinkedHashMap<>(rulesByLocation);
    ofOneRead.values().removeAll(crossItemRules.ofReads());
    this.numbered = List.copyOf(ofOneRead.values());
    this.counters =
        new Counters(List.copyOf(ofOneRead.keySet()), DocumentedValues.of(files, rulesByLocation));
    var judges = Judge.factory(files, counters);
    this.whole = judges.judge(location);
    this.items = ItemSchema.of(files, location).stream().map(judges::judge).toList();
    if (crossItemRules.ofLists() && items.isEmpty()) {
      throw new ContractException(
          "%s: has no items that keywords of lists could be about"
              .formatted(files.address(location)));
    }
    this.listCounts = items.isEmpty() ? Map.of() : listCounts(files, location, rulesByLocation);
    this.itemLocation = items.isEmpty() ? location : SchemaFiles.below(location, "items");
    this.properties = files.properties(itemLocation);
  }

  /** The rules on the number of items, at the array or in its advice. */
  private static Map<String, ListCount> listCounts(
      SchemaFiles files, String location, Map<String, Rule> rulesByLocation) {
    var advice = files.at(location).path("x-advice").stringValueOpt();
    var schemas =
        Stream.concat(
                Stream.of(location), advice.map(name -> files.resolve(location, name)).stream())
            .map(schema -> SchemaFiles.below(schema, ""))
            .collect(Collectors.toSet());
    var counts = new LinkedHashMap<String, ListCount>();
    rulesByLocation.forEach(
        (at, rule) -> {
          var keyword = SchemaFiles.keyword(at);
          if (ListCount.has(keyword) && schemas.contains(SchemaFiles.parent(at) + "/")) {
            counts.put(at, ListCount.of(files, at, rule));
          }
        });
    return counts;
  }

  /** Every rule about a single body: those of JSON itself, then those of the schema. */
  public List<Rule> rules() {
    return Stream.concat(bodyRules.values().stream(), numbered.stream()).toList();
  }

  /** Every rule about two reads. */
  public List<Rule> rulesOfReads() {
    return crossItemRules.ofReads();
  }

  /** Every rule of the schema files, about one read or two, with its keyword. */
  public List<RuleKeyword> ruleKeywords() {
    return rulesByLocation.entrySet().stream()
        .map(entry -> ruleKeyword(entry.getKey(), entry.getValue()))
        .toList();
  }

  private RuleKeyword ruleKeyword(String location, Rule rule) {
    var parent = location.substring(0, location.lastIndexOf('/'));
    var list = files.at(parent);
    return list.isArray()
        ? new RuleKeyword(
            rule, SchemaFiles.keyword(parent), name(location.substring(parent.length())))
        : new RuleKeyword(rule, SchemaFiles.keyword(location), files.at(location));
  }

  private static JsonNode name(String step) {
    return StringNode.valueOf(JsonPointer.compile(step).getMatchingProperty());
  }

  /**
   * An empty snapshot for a first read.
   *
   * @param at when that read began
   */
  public ReadSnapshot memory(Instant at) {
    return new ReadSnapshot(at, crossItemRules.properties());
  }

  /**
   * Examines a body and records the results in {@code counter}.
   *
   * @param now when the response was generated, if known
   * @param memory the snapshot to fill, for comparison with a second read
   * @param progress receives the number of items so far, after each item
   * @return the number of items if the body is an array, else 0 or 1
   * @throws IOException if the stream breaks off
   */
  public long examine(
      InputStream body,
      RuleCounter counter,
      Optional<Instant> now,
      ReadSnapshot memory,
      LongConsumer progress)
      throws IOException {
    return new BodyExaminer(this, counter, now, new SnapshotRecorder(this, memory), progress)
        .examine(body);
  }

  /** The same, without progress. */
  public long examine(
      InputStream body, RuleCounter counter, Optional<Instant> now, ReadSnapshot memory)
      throws IOException {
    return examine(body, counter, now, memory, items -> {});
  }

  /**
   * Examines the body of a second read and compares it with the first.
   *
   * @param now when the response was generated, if known
   * @param at when the read began
   * @param progress receives the number of items so far, after each item
   * @return the number of items if the body is an array, else 0 or 1
   * @throws IOException if the stream breaks off
   */
  public long reexamine(
      InputStream body,
      RuleCounter counter,
      Optional<Instant> now,
      ReadSnapshot first,
      Instant at,
      LongConsumer progress)
      throws IOException {
    return new BodyExaminer(
            this, counter, now, new SnapshotComparison(this, first, at, counter), progress)
        .examine(body);
  }

  /** The properties whose values must be masked. */
  public PersonalData personal() {
    return personal;
  }

  CrossItemRules crossItem() {
    return crossItemRules;
  }

  /** The key that identifies an item; the empty string for a body that is no list. */
  Optional<String> key(Function<String, JsonNode> item) {
    if (items.isEmpty()) {
      return Optional.of("");
    }
    return crossItemRules
        .key()
        .map(item)
        .filter(value -> value.isString() || value.isIntegralNumber())
        .map(JsonNode::asString);
  }

  /** The property that no two items of a list have in common, if there is one. */
  public Optional<String> uniqueKey() {
    return crossItemRules.unique().stream().map(CrossItemRules.Keyed::key).findFirst();
  }

  Counters counters() {
    return counters;
  }

  /** The documented properties: of an item if the body is a list. */
  public Set<String> properties() {
    return properties;
  }

  Judge whole() {
    return whole;
  }

  /** The rules on the number of items of a list, by location. */
  Map<String, ListCount> listCounts() {
    return listCounts;
  }

  /** The schemas of the items, if the body is a list. */
  List<Judge> items() {
    return items;
  }

  /** The index of the first item that is proven, if it can be. */
  int firstProven() {
    return switch (System.getProperty("conformance.prover", "")) {
      case "off" -> Integer.MAX_VALUE;
      case "always" -> 0;
      default -> FEW;
    };
  }

  /** What proves that an item meets every rule; empty if only the validator can tell. */
  synchronized Optional<ItemScanner.Factory> prover() {
    if (prover == null
        && (items.size() > 1
            || listCounts.values().stream().anyMatch(it -> it.counted().isPresent()))) {
      // The other schemas need the tree.
      prover = Optional.empty();
    }
    if (prover == null) {
      var compared =
          Stream.concat(
              crossItemRules.unique().stream().map(CrossItemRules.Keyed::key),
              crossItemRules.compared());
      prover = Prover.of(files, itemLocation, counters, compared.collect(Collectors.toSet()));
    }
    return prover;
  }

  Rule rule(JsonError.Kind kind) {
    return bodyRules.get(kind);
  }

  int size() {
    return numbered.size();
  }

  Rule rule(int number) {
    return numbered.get(number);
  }

  /** The rule that an error belongs to: {@code required} is a rule for each name. */
  Rule rule(SchemaError error) {
    var at = error.schemaLocation();
    var rule = rulesByLocation.get(at);
    return rule != null || error.property().isEmpty()
        ? rule
        : rulesByLocation.get(at + "/" + SchemaFiles.escape(error.property().get()));
  }
}
