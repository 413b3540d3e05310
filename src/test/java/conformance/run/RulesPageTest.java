package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.fixture.Fixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of rules in the repository are those of the contracts. */
class RulesPageTest {
  private static final Path SCHEMAS = Path.of("schemas");

  static List<String> contracts() {
    return Contracts.names(SCHEMAS);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void isCurrent(String contract, @TempDir Path folder) throws Exception {
    var fresh = folder.resolve("RULES.md");
    assertThat(run(SCHEMAS, "rules", contract, fresh.toString())).isEmpty();
    assertThat(SCHEMAS.resolve(contract).resolve("RULES.md"))
        .as(
            "stale: renew it with mvn -q compile exec:java -Dexec.args=\"rules %1$s"
                + " schemas/%1$s/RULES.md\"",
            contract)
        .hasSameTextualContentAs(fresh);
    assertThat(run(SCHEMAS, "rules", contract)).isEqualTo(Files.readString(fresh));
  }

  /**
   * Only of these does the catalogue know that no case breaks them; of another operation's it need
   * not.
   */
  @ParameterizedTest
  @MethodSource("contracts")
  void namesACaseForEachRule(String contract) {
    var others = Pattern.compile("openapi\\.yaml#(?!listBatches/)");
    assertThat(
            run(SCHEMAS, "rules", contract)
                .lines()
                .filter(row -> row.contains("no case of its own") && !others.matcher(row).find()))
        .isNotEmpty()
        .allMatch(row -> row.contains("/nul/"));
    assertThat(run(SCHEMAS, "rules", contract).lines().filter(it -> it.startsWith("| ")))
        .hasSizeGreaterThan(Catalogue.of(contract).rules().size());
    assertThat(Fixture.all(contract)).isNotEmpty();
  }

  @Test
  void refusesAnEntryThatGivesNoReason(@TempDir Path schemas) throws Exception {
    var folder = Files.createDirectory(schemas.resolve("batches"));
    var openApi = Files.readString(SCHEMAS.resolve("batches/openapi.yaml"));
    Files.writeString(
        folder.resolve("openapi.yaml"),
        openApi.replaceFirst("(?m)^    reason: Nothing else.*\n", ""));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Contracts.untested(schemas, "batches")))
        .hasMessage(folder.resolve("openapi.yaml") + "#/x-untested/0/reason: expected a text");
  }

  private static String run(Path schemas, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var code =
        Commands.run(
            schemas,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            arguments);
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(code).isZero();
    return out.toString(UTF_8);
  }
}
