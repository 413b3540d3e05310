package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No test that lives on data passes where there is none. */
@Tag("slow")
class EmptyFolderTest {
  private static final List<String> ON_FIXTURES =
      List.of(
          "conformance.run.CatalogueTest",
          "conformance.suite.ContractIT",
          "conformance.schema.ContractMutationTest",
          "conformance.schema.SecondValidatorTest");
  private static final List<String> ON_SCHEMAS =
      Stream.concat(
              ON_FIXTURES.stream(),
              Stream.of("conformance.SourceTextTest", "conformance.schema.GeneratedListTest"))
          .toList();

  @TempDir Path folder;

  @Test
  void failsWithoutSchemasAndFixtures() throws Exception {
    assertThat(results(ON_SCHEMAS))
        .hasSameSizeAs(ON_SCHEMAS)
        .allMatch(it -> it.endsWith("red, 0 passed"));
  }

  @Test
  void failsWithEmptyFolders() throws Exception {
    Files.createDirectories(folder.resolve("fixtures/stubs"));
    Files.createDirectories(folder.resolve("schemas"));
    Files.createDirectories(folder.resolve("src/main/java"));
    assertThat(results(ON_SCHEMAS))
        .hasSameSizeAs(ON_SCHEMAS)
        .allMatch(it -> it.endsWith("red, 0 passed"));
  }

  @Test
  void failsWithoutFixtures() throws Exception {
    copyAllButFixtures();
    Files.createDirectories(folder.resolve("fixtures/stubs/batches"));
    assertThat(results(ON_FIXTURES))
        .hasSameSizeAs(ON_FIXTURES)
        .allMatch(it -> it.endsWith("red, 0 passed"));
  }

  @Test
  void judgesAFixtureWhateverTheOthersAre() throws Exception {
    copyAllButFixtures();
    copy(Path.of("fixtures/stubs/shared"));
    copy(Path.of("fixtures/stubs/batches/conforming.json"));
    Files.writeString(folder.resolve("fixtures/stubs/batches/unfinished.json"), "{");
    assertThat(results(List.of("conformance.suite.ContractIT")))
        .singleElement(STRING)
        .matches("conformance.suite.ContractIT: green, [1-9]\\d+ passed");
  }

  private void copyAllButFixtures() throws Exception {
    copy(Path.of("schemas"));
    copy(Path.of("allure-config"));
    copy(Path.of("fixtures/known-deviations.yaml"));
    copy(Path.of("fixtures/__files"));
  }

  private List<String> results(List<String> classes) throws Exception {
    return Elsewhere.test(folder, classes).stream()
        .filter(line -> line.matches("conformance\\.\\S+: (red|green), .*"))
        .toList();
  }

  private void copy(Path from) throws Exception {
    Elsewhere.copy(from, folder);
  }
}
