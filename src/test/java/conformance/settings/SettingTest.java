package conformance.settings;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.SecurityScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of settings, which SETTINGS.md repeats, and the README in part. */
class SettingTest {
  @Test
  void standsWhereUsersLook() throws IOException {
    assertThat(Files.readString(Path.of(".github/SETTINGS.md")))
        .endsWith("\n\n" + SettingsSource.table(Set.of("agent_id")));
  }

  @Test
  void isRepeatedInTheReadmeAsItIs() throws IOException {
    var repeated =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.matches("\\| `(target\\.|contract|conformance\\.|report\\.).*"))
            .toList();
    assertThat(repeated).hasSizeGreaterThan(9);
    assertThat(SettingsSource.table(Set.of("agent_id")).lines()).containsAll(repeated);
  }

  @Test
  void hasARowForEachPathParameter() {
    assertThat(Setting.all(Set.of("shop_id", "till_id")).map(Setting::name))
        .contains("target.url", "target.shop_id", "target.till_id", "contract", "contract.known")
        .hasSameSizeAs(SettingsSource.table(Set.of("a", "b")).lines().skip(2).toList());
  }

  @Test
  void listsWhatIsReadAndNothingElse() {
    var read = new HashSet<Object>();
    var environment =
        new HashMap<String, String>() {
          @Override
          public String get(Object variable) {
            read.add(variable);
            return super.get(variable);
          }
        };
    SettingsSource.read(Map.of(), environment, Set.of("shop_id"), SecurityScheme.BEARER);
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            Setting.all(Set.of("shop_id")).map(Setting::name).map(Keys::variable).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target.timeout | 30s | 30s",
        "target.rate | 5 | ",
        "target.probe_writes | false | true",
        "target.shard | | ",
        "target.url | | ",
        "contract.known | fixtures/known-deviations.yaml | fixtures/known-deviations.yaml",
      })
  void hasADefaultForALiveUrlAndForTheFixture(String name, String live, String fixture) {
    var setting =
        Setting.all(Set.of()).filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    assertThat(setting.defaultValue(true).orElse(null)).isEqualTo(live);
    assertThat(setting.defaultValue(false).orElse(null)).isEqualTo(fixture);
  }
}
