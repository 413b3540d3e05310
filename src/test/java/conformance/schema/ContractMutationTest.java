package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contract;
import conformance.contract.Contracts;
import conformance.contract.Rule;
import conformance.schema.file.SchemaFiles;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Removing or loosening any rule changes the results of some fixture. */
@Tag("slow")
class ContractMutationTest {
  private static final Path SCHEMAS = Path.of("schemas");

  /** Equivalent mutants. */
  private static final Set<String> EQUIVALENT =
      // Z and +00:00 occur only at the end of a date-time; other texts are reported by format.
      Set.of("batches/batch.schema.json#/properties/scheduled_at/pattern without $");

  static List<String> contracts() {
    return Contracts.names(SCHEMAS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void changesTheResultOfTheCatalogueWithEveryAssertion(String name) {
    var contract = Contracts.read(SCHEMAS, name);
    var files = SharedTypes.load(SCHEMAS);
    var schemas = schemas(files, contract);
    var bodies =
        Described.of(contract).flatMap(it -> RecordedBodies.of(contract, it).stream()).toList();
    assertThat(bodies.stream().map(RecordedBodies::described).collect(Collectors.toSet()))
        .as("bodies that a fixture sends")
        .containsAll(Described.of(contract).toList());
    var found =
        bodies.stream().collect(Collectors.toMap(Function.identity(), it -> examine(schemas, it)));
    var rules = rules(files, contract);
    var mutants =
        rules.keySet().stream()
            .flatMap(at -> Mutant.of(files, at))
            .filter(mutant -> !EQUIVALENT.contains(mutant.change()))
            .toList();
    var survivors =
        mutants.stream()
            .filter(it -> survives(schemas(it.files(), contract), it, found))
            .map(Mutant::change)
            .toList();
    System.out.printf(
        "%s: %d rules in files, %d broken by a fixture, %d of %d contract mutants killed%n",
        name,
        rules.size(),
        rules.values().stream().filter(rule -> broken(rule, found)).count(),
        mutants.size() - survivors.size(),
        mutants.size());
    assertThat(mutants).hasSizeGreaterThanOrEqualTo(rules.size());
    assertThat(survivors).as("mutants that no fixture notices").isEmpty();
  }

  private static Map<Described, BodySchema> schemas(SchemaFiles files, Contract contract) {
    return Described.of(contract)
        .collect(Collectors.toMap(Function.identity(), it -> it.compile(files, contract)));
  }

  /** The rules of all bodies, by location. */
  private static Map<String, Rule> rules(SchemaFiles files, Contract contract) {
    var rules = new LinkedHashMap<String, Rule>();
    Described.of(contract)
        .map(it -> files.resolve(files.base() + contract.name() + "/", it.schema().toString()))
        .forEach(location -> rules.putAll(SchemaRules.read(files, location)));
    return rules;
  }

  private static boolean broken(Rule rule, Map<RecordedBodies, Set<String>> found) {
    return found.values().stream().anyMatch(places -> concerns(places, rule.id()));
  }

  /** Runs fixtures that break the rule first: they kill most mutants. */
  private static boolean survives(
      Map<Described, BodySchema> mutated, Mutant mutant, Map<RecordedBodies, Set<String>> found) {
    var rule = mutant.change().split(" ")[0];
    return found.entrySet().stream()
        .sorted(Comparator.comparing(it -> concerns(it.getValue(), rule) ? 0 : 1))
        .allMatch(it -> examine(mutated, it.getKey()).equals(it.getValue()));
  }

  private static Set<String> examine(Map<Described, BodySchema> schemas, RecordedBodies bodies) {
    return bodies.examine(schemas.get(bodies.described()));
  }

  private static boolean concerns(Set<String> places, String rule) {
    return places.stream().anyMatch(place -> place.startsWith(rule + " "));
  }
}
