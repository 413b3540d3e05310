package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Allure is told of a whole run, by its files. */
class AllureRunTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path output;

  @BeforeAll
  static void run() throws Exception {
    var run =
        ForkedRun.start(output, Map.of(), List.of("-Dtarget.fixture=reread-created-at-changes"));
    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
  }

  @Test
  void beginsWithTheFirstRequest() throws IOException {
    var startedAt =
        JSON.readTree(output.resolve("conformance/report.json").toFile()).path("startedAt");
    assertThat(result("the target can be reached").path("start").asLong())
        .isEqualTo(Instant.parse(startedAt.asString()).toEpochMilli());
  }

  @Test
  void showsBothReadsOfWhatChangedBetweenThem() throws IOException {
    var attachments = result("created_at is the same at the next read").path("attachments");
    assertThat(content(attachments, "first read")).contains("T06:30:00Z").doesNotContain(":01Z");
    assertThat(content(attachments, "exchange")).contains("T06:30:01Z");
  }

  private static JsonNode result(String name) throws IOException {
    try (var files = Files.list(output.resolve("allure-results"))) {
      return files
          .filter(it -> it.toString().endsWith("-result.json"))
          .map(it -> JSON.readTree(it.toFile()))
          .filter(it -> it.path("name").asString().startsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String content(JsonNode attachments, String name) throws IOException {
    var source =
        attachments
            .valueStream()
            .filter(it -> it.path("name").asString().equals(name))
            .findFirst()
            .orElseThrow()
            .path("source");
    return Files.readString(output.resolve("allure-results").resolve(source.asString()));
  }
}
