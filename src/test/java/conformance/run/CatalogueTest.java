package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.fixture.Fixture;
import conformance.fixture.Fixture.Declared;
import conformance.fixture.FixtureServer;
import conformance.http.Target;
import conformance.known.KnownDeviations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fixture has exactly the deviations that it declares. */
@Tag("slow")
class CatalogueTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Map<String, ConformanceRun> RUNS = new HashMap<>();

  static Stream<Fixture> fixtures() {
    return Contracts.names(SCHEMAS).stream().flatMap(name -> Fixture.all(name).stream());
  }

  static List<String> contracts() {
    return Contracts.names(SCHEMAS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void findsExactlyWhatTheFixtureDeclares(Fixture fixture) {
    var found =
        judge(fixture).results().stream()
            .filter(result -> result.exchange().isPresent())
            .flatMap(result -> result.findings().stream())
            .flatMap(CatalogueTest::places);
    // Many responses of a fixture may have the same error, whose deviations are declared once.
    assertThat(fixture.probed() ? found.distinct() : found)
        .as("%s", fixture)
        .containsExactlyInAnyOrderElementsOf(fixture.deviations());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void breaksEveryRuleWithSomeFixture(String contract) {
    var unbroken =
        new HashSet<>(
            run(contract).operations().stream()
                .flatMap(it -> it.rules().stream())
                .map(Rule::id)
                .map(CatalogueTest::ofAnyOperation)
                .toList());
    assertThat(unbroken).as("rules of %s", contract).isNotEmpty();
    Fixture.all(contract).stream()
        .flatMap(fixture -> fixture.deviations().stream())
        .forEach(declared -> unbroken.remove(ofAnyOperation(declared.rule())));
    // The server beneath WireMock refuses NUL itself: ProbeRunnerTest breaks these rules.
    unbroken.removeIf(rule -> rule.contains("/nul/"));
    assertThat(unbroken).as("rules that no fixture breaks").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void declaresOnlyRulesThatThereAre(String contract) {
    var rules =
        run(contract).operations().stream()
            .flatMap(operation -> operation.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    assertThat(Fixture.all(contract)).isNotEmpty().allSatisfy(it -> it.checkRules(rules));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void demonstratesEveryRuleWithTheConformingFixture(String contract) {
    var report = judge(new Fixture(contract, "conforming", Path.of(""), true, List.of()));
    var findings =
        report.results().stream()
            .filter(result -> result.exchange().isPresent())
            .flatMap(result -> result.findings().stream())
            .toList();
    assertThat(
            findings.stream()
                .filter(finding -> finding.counts().examined() == 0)
                .filter(finding -> findings.stream().noneMatch(it -> demonstrates(it, finding)))
                .map(finding -> finding.rule().id()))
        .isEmpty();
  }

  /** A schema that two operations share need be demonstrated by only one of them. */
  private static boolean demonstrates(Finding finding, Finding unseen) {
    return finding.rule().id().equals(unseen.rule().id())
        && finding.counts().examined() > 0
        && !finding.interaction().operation().equals(unseen.interaction().operation());
  }

  /** Rules that all operations share need be broken by only one of them. */
  private static String ofAnyOperation(String rule) {
    return rule.replaceFirst("openapi\\.yaml#[^/]+/", "openapi.yaml#*/")
        .replaceFirst("#\\*/parameters/[^/]+/", "#*/parameters/*/");
  }

  private static RunResult judge(Fixture fixture) {
    var url = FixtureServer.url(fixture.contract(), fixture.name());
    var target =
        new Target(url, FixtureServer.TOKEN, Duration.ofSeconds(20), OptionalDouble.empty());
    return run(fixture.contract())
        .judge(
            new RunRequest(
                target,
                "fixture",
                Map.of(),
                Duration.ZERO,
                fixture.probed() ? ProbePolicy.WRITING : ProbePolicy.NONE),
            line -> {});
  }

  private static ConformanceRun run(String contract) {
    return RUNS.computeIfAbsent(
        contract,
        name ->
            ConformanceRun.of(
                SCHEMAS,
                Contracts.read(SCHEMAS, name),
                new KnownDeviations(List.of(), LocalDate.EPOCH),
                new Strictness(false, false)));
  }

  private static Stream<Declared> places(Finding finding) {
    return finding.counts().deviations().stream()
        .map(deviation -> new Declared(finding.rule().id(), deviation.location()));
  }
}
