package conformance.schema;

import conformance.contract.Contracts;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.fixture.Fixture;
import conformance.fixture.Fixture.Declared;
import conformance.schema.keyword.Assertion;
import conformance.schema.keyword.Assertions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items that the cases of a contract send: what conforms, and what deviates in one place, is
 * known from the cases alone.
 *
 * @param unique the property that must be unique in a list
 * @param conforming items of lists in which nothing deviates
 * @param deviating items that break one must-rule
 */
public record CaseItems(String unique, List<ObjectNode> conforming, List<DeviatingItem> deviating) {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Pattern PLACE = Pattern.compile("/(\\d+)(/.*)?");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * An item of a case with one deviation.
   *
   * @param rule the id of the rule that it breaks
   * @param below where, below the item
   */
  public record DeviatingItem(ObjectNode item, String rule, String below) {}

  public CaseItems {
    conforming = List.copyOf(conforming);
    deviating = List.copyOf(deviating);
  }

  /** The items of the list that the first operation of a contract responds with. */
  public static CaseItems of(String name) {
    var contract = Contracts.read(SCHEMAS, name);
    var described = new Described(contract.operations().get(0), Optional.empty());
    var rules = Schemas.load(SCHEMAS).response(contract, described.operation()).rules();
    var unique =
        rules.stream()
            .filter(rule -> rule.id().contains("/x-unique-by"))
            .map(Rule::subject)
            .findFirst()
            .orElseThrow();
    var musts =
        rules.stream()
            .filter(rule -> rule.level() == Level.MUST && ofItems(rule.id()))
            .map(Rule::id)
            .collect(Collectors.toSet());
    // Where both reads are the same, what is declared stands in each.
    var bodies =
        RecordedBodies.of(contract, described, it -> isOfOneItem(it, musts)).stream()
            .filter(it -> Arrays.equals(it.first(), it.second()))
            .toList();
    return new CaseItems(
        unique,
        conforming(unique, bodies),
        bodies.stream().flatMap(it -> deviating(it).stream()).toList());
  }

  private static boolean isOfOneItem(Fixture fixture, Set<String> musts) {
    var declared = fixture.deviations();
    return !fixture.probed()
        && (declared.isEmpty() || declared.size() == 1 && musts.contains(declared.get(0).rule()));
  }

  private static boolean ofItems(String rule) {
    var keyword = rule.substring(rule.lastIndexOf('/') + 1);
    return rule.contains(".schema.json#")
        && Optional.ofNullable(Assertions.ALL.get(keyword)).filter(Assertion::isOfLists).isEmpty();
  }

  /** Different ones only: a list of 2,000 may repeat one. */
  private static List<ObjectNode> conforming(String unique, List<RecordedBodies> bodies) {
    Map<JsonNode, ObjectNode> different = new LinkedHashMap<>();
    bodies.stream()
        .filter(it -> it.fixture().deviations().isEmpty())
        .flatMap(it -> list(it.first()))
        .map(ObjectNode.class::cast)
        .forEach(item -> different.putIfAbsent(item.deepCopy().without(unique), item));
    return List.copyOf(different.values());
  }

  private static Optional<DeviatingItem> deviating(RecordedBodies bodies) {
    return bodies.fixture().deviations().stream()
        .findFirst()
        .flatMap(declared -> deviating(list(bodies.first()).toList(), declared));
  }

  private static Optional<DeviatingItem> deviating(List<JsonNode> items, Declared declared) {
    var place = PLACE.matcher(declared.location());
    if (!place.matches() || Integer.parseInt(place.group(1)) >= items.size()) {
      return Optional.empty();
    }
    var below = place.group(2) == null ? "" : place.group(2);
    return items.get(Integer.parseInt(place.group(1))) instanceof ObjectNode item
        ? Optional.of(new DeviatingItem(item, declared.rule(), below))
        : Optional.empty();
  }

  /** No items where a body is no list. */
  private static Stream<JsonNode> list(byte[] body) {
    try {
      return JSON.readTree(body).valueStream();
    } catch (JacksonException e) {
      return Stream.of();
    }
  }

  /** The same without some of the items that deviate. */
  public CaseItems keeping(Predicate<DeviatingItem> condition) {
    return new CaseItems(unique, conforming, deviating.stream().filter(condition).toList());
  }

  /** The same without some of the items that conform. */
  public CaseItems keepingConforming(Predicate<ObjectNode> condition) {
    return new CaseItems(unique, conforming.stream().filter(condition).toList(), deviating);
  }

  /** A copy of a conforming item; no two of the same list have one number. */
  public ObjectNode conforming(Random random, int number) {
    return numbered(conforming.get(random.nextInt(conforming.size())), number);
  }

  /** A copy of an item that deviates, with the number as far as that is not what deviates. */
  public ObjectNode numbered(DeviatingItem deviating, int number) {
    return deviating.below().equals("/" + unique) || !deviating.item().has(unique)
        ? deviating.item().deepCopy()
        : numbered(deviating.item(), number);
  }

  /** Writes the number into the last eight hexadecimal digits of what must be unique. */
  private ObjectNode numbered(ObjectNode item, int number) {
    var value = item.path(unique).asString();
    if (!value.matches(".*[0-9a-fA-F]{8}")) {
      throw new IllegalStateException(
          "expected eight digits at the end of %s, got %s".formatted(unique, value));
    }
    var kept = value.substring(0, value.length() - 8);
    return item.deepCopy().put(unique, kept + "%08x".formatted(number));
  }
}
