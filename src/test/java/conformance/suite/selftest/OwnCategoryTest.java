package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.FixtureServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contract that is added brings categories of its own: no more is changed for it. */
@Tag("slow")
class OwnCategoryTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void isShownByAllureAndNamedInTheReport() throws Exception {
    for (var path : List.of("schemas", "allure-config", "fixtures/known-deviations.yaml")) {
      copy(Path.of(path), folder.resolve(path));
    }
    copy(Path.of("fixtures/__files"), folder.resolve("fixtures/__files"));
    copy(Path.of("schemas/batches"), folder.resolve("schemas/parcels"));
    editSchemas();

    var run =
        ForkedRun.startIn(
            folder,
            folder.resolve("target"),
            Map.of("TARGET_TOKEN", "fixture-token"),
            List.of(
                "-Dcontract=parcels",
                "-Dtarget.url=" + FixtureServer.url("batches", "status-unknown"),
                "-Dtarget.agent_id=3c90c3cc-0d44-4b50-8888-8dd25736052a",
                "-Dtarget.reread_after=1ms"));
    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.console()).contains("\ncategories: Parcel state (1)\n");

    var rule = "parcels/batch.schema.json#/properties/status/enum";
    var findings = JSON.readTree(folder.resolve("target/conformance/report.json").toFile());
    assertThat(findings.path("findings").valueStream())
        .filteredOn(it -> it.path("rule").asString().equals(rule))
        .filteredOn(it -> it.path("verdict").asString().equals("broken"))
        .allMatch(it -> it.path("category").asString().equals("Parcel state"))
        .isNotEmpty();
    var details = result(rule).path("statusDetails");
    assertThat(
            AllureCategories.of(Files.readString(results().resolve("categories.json")))
                .of("failed", details.path("message").asString(), details.path("trace").asString()))
        .containsExactly("Parcel state");
  }

  private void editSchemas() throws IOException {
    try (var files = Files.list(folder.resolve("schemas/parcels"))) {
      for (var file : files.toList()) {
        var text = Files.readString(file);
        Files.writeString(
            file,
            text.replace("schemas/batches/", "schemas/parcels/")
                .replace("\"Unknown status\"", "\"Parcel state\""));
      }
    }
  }

  private Path results() {
    return folder.resolve("target/allure-results");
  }

  private JsonNode result(String rule) throws IOException {
    try (var files = Files.list(results())) {
      return files
          .filter(it -> it.toString().endsWith("-result.json"))
          .map(it -> JSON.readTree(it.toFile()))
          .filter(it -> it.path("fullName").asString().equals(rule))
          .filter(it -> it.path("status").asString().equals("failed"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        var target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }
}
