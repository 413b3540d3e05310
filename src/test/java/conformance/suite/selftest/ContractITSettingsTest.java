package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JUnit is told of known deviations, and of settings that cannot be used. */
@Tag("slow")
class ContractITSettingsTest {

  @TempDir Path folder;

  @Test
  void skipsForADeviationThatIsKnown() throws Exception {
    var run = NestedRun.onFixture(folder, "phone-dashes", known("expires: 9999-12-31"));
    assertThat(run.failures()).isEmpty();
    assertThat(run.outcome()).isEqualTo("conforms");
    assertThat(run.skips()).anyMatch(it -> it.startsWith("known: from_phone_number is "));
    assertThat(run.details()).contains("until 9999-12-31: Why not. Ticket: API-1. Owner: us.");
  }

  @Test
  void keepsATokenForLiveTargetsFromTheFixture() throws Exception {
    var run =
        NestedRun.with(
            folder, Map.of("target.reread_after", "1ms"), Map.of("TARGET_TOKEN", "mine"));
    assertThat(run.outcome()).isEqualTo("conforms");
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void failsForADeviationThatWasKnownTooLong() throws Exception {
    var run = NestedRun.onFixture(folder, "phone-dashes", known("expires: 2001-01-01"));
    assertThat(run.failures())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("expired on 2001-01-01 (API-1, owner us): mend it or agree on a new date");
  }

  @Test
  void failsForAKnownDeviationThatIsGone() throws Exception {
    var run = NestedRun.onFixture(folder, "conforming", known("expires: 9999-12-31"));
    assertThat(run.outcome()).isEqualTo("outdated");
    assertThat(run.failures())
        .hasSize(1)
        .first()
        .asString()
        .endsWith("/pattern in \"list batches\": fixed: remove it (API-1)");
  }

  @ParameterizedTest
  @CsvSource({"target.ulr, target.url", "contract.strickt, contract.strict"})
  void beginsNoRunWithASettingThatThereIsNot(String key, String nearest) throws Exception {
    var run = NestedRun.with(folder, Map.of(key, "true"), Map.of());
    assertThat(run.results().testEvents().list()).isEmpty();
    assertThat(run.errors())
        .hasSize(1)
        .first()
        .asString()
        .contains(key + " is not a setting; did you mean " + nearest + "?");
    assertThat(run.outcome()).isEqualTo("error");
    assertThat(run.report().path("error").asString()).isEqualTo(run.errors().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "target.fixture, konforming, target.fixture is 'konforming': expected one of ",
    "contract, patches, there is no contract 'patches': expected a file schemas/patches/openapi.yaml",
    "contract.known, no-such.yaml, no-such.yaml cannot be used:",
  })
  void beginsNoRunOnWhatThereIsNot(String key, String value, String message) throws Exception {
    var run = NestedRun.with(folder, Map.of(key, value), Map.of());
    assertThat(run.results().testEvents().list()).isEmpty();
    assertThat(run.errors()).hasSize(1).first().asString().contains(message);
    assertThat(run.outcome()).isEqualTo("error");
  }

  @Test
  void namesTheVariableThatAnotherProgramHasSet() throws Exception {
    var run = NestedRun.with(folder, Map.of(), Map.of("CONTRACT", "0xAbC"));
    assertThat(run.errors())
        .containsExactly(
            "the settings cannot be used:\n  - CONTRACT is '0xAbC', in the environment: expected one"
                + " of batches, batches-2026-08. If the variable is another program's,"
                + " -Dcontract=<name> goes before it");
  }

  @Test
  void tellsOnceWhichVariablesOfOtherProgramsItIgnores() throws Exception {
    var run =
        NestedRun.with(
            folder,
            Map.of("target.reread_after", "0s"),
            Map.of("TARGET_NAME", "web", "TARGET_SHA", "8e520b4", "TARGET_DATE", "today"));
    assertThat(run.outcome()).isEqualTo("conforms");
    assertThat(run.console())
        .containsOnlyOnce(
            "environment variables that are no settings, and so ignored: TARGET_DATE, TARGET_NAME,"
                + " TARGET_SHA\n");
  }

  private Map<String, String> known(String expires) throws IOException {
    var file = folder.resolve("known.yaml");
    var entry =
        """
        - rule: batches/batch.schema.json#/properties/from_phone_number/pattern
          interaction: list batches
          reason: Why not.
          ticket: API-1
          owner: us
          %s
        """;
    Files.writeString(file, entry.formatted(expires));
    return Map.of("contract.known", file.toString());
  }
}
