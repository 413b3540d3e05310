package conformance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.fixture.Fixture;
import conformance.fixture.Fixture.Declared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesMarkdownTest {
  private static final Path SCHEMAS = Path.of("schemas");

  static List<String> contracts() {
    return Contracts.names(SCHEMAS);
  }

  /** What the page says is what the fixtures declare, and the catalogue has judged that. */
  @ParameterizedTest
  @MethodSource("contracts")
  void namesACaseThatDeclaresToBreakTheRule(String contract) {
    var declared =
        Fixture.all(contract).stream()
            .collect(
                Collectors.toMap(
                    Fixture::name,
                    it -> it.deviations().stream().map(Declared::rule).distinct().toList()));
    var cases = BreakingCases.of(Path.of("fixtures"), contract);
    assertThat(cases).hasSizeGreaterThan(100);
    cases.forEach(
        (rule, name) -> assertThat(declared.get(name)).as(name).contains(contract + "/" + rule));
  }

  @Test
  void prefersTheCaseThatBreaksNothingElse(@TempDir Path fixtures) throws Exception {
    var folder = Files.createDirectories(fixtures.resolve("cases/doors"));
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        - {name: a-both, deviations: {d#/a: /0, d#/b: /0}}
        - {name: z-one, deviations: {d#/a: [/0, /1]}}
        - {name: none, deviations: {}}
        """);
    var stubs = Files.createDirectories(fixtures.resolve("stubs/doors"));
    Files.writeString(
        stubs.resolve("raw.json"),
        """
        {"mappings": [{"metadata": {"why": "", "deviations": {"d#/c": "/0"}}}]}
        """);
    assertThat(BreakingCases.of(fixtures, "doors"))
        .isEqualTo(java.util.Map.of("d#/a", "z-one", "d#/b", "a-both", "d#/c", "raw"));
    assertThat(BreakingCases.of(fixtures, "windows")).isEmpty();
  }
}
