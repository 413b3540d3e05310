package conformance.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDeviationsFileTest {
  private static final String ENTRY =
      """
      - rule: shops/shop.schema.json#/type
        reason: Because.
        ticket: API-1
        owner: us
        expires: 2027-01-31
      """;
  private static final String KEYS =
      "expected one of rule, reason, ticket, owner, expires, interaction, location, shop_id";

  @TempDir Path folder;

  @Test
  void readsAnEntryWithWhatIsMandatory() throws IOException {
    assertThat(read(ENTRY))
        .containsExactly(
            new KnownDeviation(
                "shops/shop.schema.json#/type",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                "Because.",
                "API-1",
                "us",
                LocalDate.of(2027, 1, 31)));
  }

  @Test
  void readsAnEntryWithAllThereIs() throws IOException {
    var entries =
        read(ENTRY + "  interaction: list shops\n  location: /*/name\n  shop_id: 7\n" + ENTRY);
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).interaction()).contains("list shops");
    assertThat(entries.get(0).location()).contains("/*/name");
    assertThat(entries.get(0).parameters()).isEqualTo(Map.of("shop_id", "7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing is known\n", "[]", "---\n"})
  void readsAFileWithoutEntries(String text) throws IOException {
    assertThat(read(text)).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(
            ENTRY.replace("reason", "raeson"),
            List.of(
                "entry 1 has no reason", "entry 1 has a key that is not known: raeson; " + KEYS)),
        arguments(ENTRY.replace("Because.", "' '"), List.of("entry 1 has no reason")),
        arguments(ENTRY.replace("API-1", "[API-1]"), List.of("entry 1 has no ticket")),
        arguments(ENTRY.replace("owner: us", "owner:"), List.of("entry 1 has no owner")),
        arguments(
            ENTRY + "- rule: shops/shop.schema.json#/type\n",
            List.of(
                "entry 2 has no reason",
                "entry 2 has no ticket",
                "entry 2 has no owner",
                "entry 2 has no expires")),
        arguments(
            ENTRY + "  other_id: 7\n",
            List.of("entry 1 has a key that is not known: other_id; " + KEYS)),
        arguments(
            ENTRY.replace("2027-01-31", "31.01.2027"),
            List.of("entry 1: expires is '31.01.2027', expected a date such as 2026-12-31")),
        arguments(
            ENTRY.replace("2027-01-31", "2027-02-29"),
            List.of("entry 1: expires is '2027-02-29', expected a date such as 2026-12-31")),
        arguments(
            "- shops/shop.schema.json#/type\n",
            List.of("entry 1 is no entry: expected keys rule, reason, ticket, owner, expires")),
        arguments(
            "rule: shops/shop.schema.json#/type\n",
            List.of("expected a list of entries, each beginning with \"- rule:\"")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesEntriesThatAreNotWhole(String text, List<String> problems) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(KnownDeviationsException.class)
        .hasMessage(
            "%s cannot be used:\n  - %s"
                .formatted(folder.resolve("known.yaml"), String.join("\n  - ", problems)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- rule: [", "- rule: a\n  rule: b\n", "\t- rule: a"})
  void refusesWhatIsNoYaml(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(KnownDeviationsException.class)
        .hasMessageContaining("known.yaml cannot be used:\n  - it cannot be read as YAML: ");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    var missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> KnownDeviationsFile.read(missing, Set.of()))
        .isInstanceOf(KnownDeviationsException.class)
        .hasMessageStartingWith(missing + " cannot be used:\n  - it cannot be read");
  }

  @Test
  void readsTheFileThatIsShipped() {
    var shipped =
        KnownDeviationsFile.read(Path.of("fixtures/known-deviations.yaml"), Set.of("no parameter"));
    assertThat(shipped)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.interaction()).contains("documented example"));
  }

  private List<KnownDeviation> read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("known.yaml"), text);
    return KnownDeviationsFile.read(file, Set.of("shop_id"));
  }
}
