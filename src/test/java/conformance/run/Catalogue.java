package conformance.run;

import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.Fixture;
import conformance.fixture.Fixture.Declared;
import conformance.fixture.FixtureServer;
import conformance.http.Route;
import conformance.http.Target;
import conformance.known.KnownDeviations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fixtures of a contract, each judged by it.
 *
 * @param contract the name of the contract
 * @param run what judges them
 */
record Catalogue(String contract, ConformanceRun run) {
  private static final Path SCHEMAS = Path.of("schemas");

  /**
   * Reads a contract.
   *
   * @throws conformance.contract.ContractException if its files cannot be used
   */
  static Catalogue of(String contract) {
    return new Catalogue(
        contract,
        ConformanceRun.of(
            SCHEMAS,
            Contracts.read(SCHEMAS, contract),
            new KnownDeviations(List.of(), LocalDate.EPOCH),
            new Strictness(false, false)));
  }

  /** The rules of all operations. */
  List<Rule> rules() {
    return run.operations().stream().flatMap(it -> it.rules().stream()).distinct().toList();
  }

  RunResult judge(Fixture fixture) {
    var url = FixtureServer.url(contract, fixture.name());
    var target =
        new Target(
            url,
            Fixture.tokens(run.contract().security()),
            Duration.ofSeconds(20),
            OptionalDouble.empty(),
            Target.CONCURRENCY,
            Route.DIRECT,
            Target.MAX_BODY);
    return run.judge(
        new RunRequest(
            target,
            "fixture",
            Map.of(),
            others(),
            Optional.empty(),
            Duration.ZERO,
            fixture.probed() ? ProbePolicy.WRITING : ProbePolicy.NONE,
            Optional.empty(),
            false),
        line -> {});
  }

  private Map<String, String> others() {
    return run.contract().operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .filter(parameter -> parameter.otherExample().isPresent())
        .collect(
            Collectors.toMap(
                PathParameter::name, it -> it.otherExample().orElseThrow(), (a, same) -> a));
  }

  /** What differs from that which the fixture declares, a line for each place. */
  List<String> differences(Fixture fixture) {
    var differences = new ArrayList<String>();
    var declared = new ArrayList<>(fixture.deviations());
    for (var found : found(fixture)) {
      if (!declared.remove(found)) {
        differences.add("found, but not declared: " + found);
      }
    }
    declared.forEach(it -> differences.add("declared, but not found: " + it));
    return differences;
  }

  private List<Declared> found(Fixture fixture) {
    var found =
        judge(fixture).results().stream()
            .filter(result -> result.exchange().isPresent())
            .flatMap(result -> result.findings().stream())
            .flatMap(Catalogue::places);
    // Many responses of a fixture may have the same error, whose deviations are declared once.
    return (fixture.probed() ? found.distinct() : found).toList();
  }

  private static Stream<Declared> places(Finding finding) {
    return finding.counts().deviations().stream()
        .map(deviation -> new Declared(finding.rule().id(), deviation.location()));
  }

  /** The rules that no fixture breaks. */
  List<Rule> unbroken() {
    var unbroken = new TreeMap<String, Rule>();
    rules().forEach(rule -> unbroken.putIfAbsent(ofAnyOperation(rule.id()), rule));
    Fixture.all(contract).stream()
        .flatMap(fixture -> fixture.deviations().stream())
        .forEach(declared -> unbroken.remove(ofAnyOperation(declared.rule())));
    // The server beneath WireMock refuses NUL itself: ProbeRunnerTest breaks these rules.
    unbroken.keySet().removeIf(rule -> rule.contains("/nul/"));
    return List.copyOf(unbroken.values());
  }

  /** The operations to whose requests the conforming fixture has no response. */
  List<String> unanswered() {
    return judge(conforming()).results().stream()
        .filter(result -> result.environment().isPresent())
        .map(result -> result.interaction().operation().path())
        .distinct()
        .toList();
  }

  /** The operations that no case is about. */
  List<String> withoutCase() {
    return run.contract().operations().stream()
        .filter(it -> !Fixture.isAnsweredByACase(contract, it.path(examples(it))))
        .map(Operation::path)
        .toList();
  }

  private static Map<String, String> examples(Operation operation) {
    return operation.parameters().stream()
        .collect(Collectors.toMap(PathParameter::name, PathParameter::example));
  }

  /** The fixture that keeps the contract. */
  Fixture conforming() {
    return new Fixture(contract, "conforming", Path.of(""), true, List.of());
  }

  /** Rules that all operations share need be broken by only one of them. */
  private static String ofAnyOperation(String rule) {
    return rule.replaceFirst("openapi\\.yaml#[^/]+/", "openapi.yaml#*/")
        .replaceFirst("#\\*/parameters/[^/]+/", "#*/parameters/*/");
  }

  long rules(Level level) {
    return rules().stream().filter(rule -> rule.level() == level).count();
  }
}
