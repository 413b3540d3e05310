package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Finding;
import conformance.contract.Rule;
import conformance.fixture.Fixture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fixture has exactly the deviations that it declares. */
@Tag("slow")
class CatalogueTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Map<String, Catalogue> CATALOGUES = new HashMap<>();

  static Stream<Fixture> fixtures() {
    return Contracts.names(SCHEMAS).stream().flatMap(name -> Fixture.all(name).stream());
  }

  static List<String> contracts() {
    return Contracts.names(SCHEMAS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void findsExactlyWhatTheFixtureDeclares(Fixture fixture) {
    assertThat(catalogue(fixture.contract()).differences(fixture)).as("%s", fixture).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void breaksEveryRuleWithSomeFixture(String contract) {
    assertThat(catalogue(contract).rules()).as("rules of %s", contract).isNotEmpty();
    assertThat(catalogue(contract).unbroken()).as("rules that no fixture breaks").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void declaresOnlyRulesThatThereAre(String contract) {
    var rules = catalogue(contract).rules().stream().map(Rule::id).collect(Collectors.toSet());
    assertThat(Fixture.all(contract)).isNotEmpty().allSatisfy(it -> it.checkRules(rules));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void demonstratesEveryRuleWithTheConformingFixture(String contract) {
    var catalogue = catalogue(contract);
    var report = catalogue.judge(catalogue.conforming());
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

  private static Catalogue catalogue(String contract) {
    return CATALOGUES.computeIfAbsent(contract, Catalogue::of);
  }
}
