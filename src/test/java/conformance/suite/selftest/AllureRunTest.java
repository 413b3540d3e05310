package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

  /** The transcript ends in {@code --- 4,711 bytes in 12 ms, sent at 2026-01-01T00:00:00Z}. */
  @Test
  void givesTheTestOfARuleTheTimeOfItsExchange() throws IOException {
    var test = result("created_at is the same at the next read");
    var sent =
        Pattern.compile(" in ([0-9,]+) ms, sent at (.*)\n")
            .matcher(content(test.path("attachments"), "exchange"));
    assertThat(sent.find()).isTrue();
    assertThat(test.path("start").asLong()).isEqualTo(Instant.parse(sent.group(2)).toEpochMilli());
    assertThat(test.path("stop").asLong() - test.path("start").asLong())
        .isBetween(took(sent.group(1)), took(sent.group(1)) + 1);
  }

  private static long took(String millis) {
    return Long.parseLong(millis.replace(",", ""));
  }

  @Test
  void givesTheFirstTestTheTimeOfTheFirstExchangeNotOfTheRun() throws IOException {
    var report = JSON.readTree(output.resolve("conformance/report.json").toFile());
    var test = result("the target can be reached");
    assertThat(test.path("start").asLong())
        .isGreaterThan(Instant.parse(report.path("startedAt").asString()).toEpochMilli());
    assertThat(test.path("stop").asLong() - test.path("start").asLong())
        .isLessThan(report.path("durationMillis").asLong());
  }

  @Test
  void hasATestOfTheDocumentationOnlyWhereItDeviates() throws IOException {
    try (var files = Files.list(output.resolve("allure-results"))) {
      assertThat(
              files
                  .filter(it -> it.toString().endsWith("-result.json"))
                  .map(it -> JSON.readTree(it.toFile()))
                  .filter(it -> it.path("name").asString().contains("documented example"))
                  .map(it -> it.path("status").asString()))
          .containsExactly("skipped");
    }
  }

  @Test
  void showsBothReadsOfWhatChangedBetweenThem() throws IOException {
    var attachments = result("created_at is the same at the next read").path("attachments");
    assertThat(content(attachments, "first read")).contains("T06:30:00Z").doesNotContain(":01Z");
    assertThat(content(attachments, "exchange")).contains("T06:30:01Z");
  }

  @Test
  void showsWhatAKeptRuleWasExaminedOn() throws IOException {
    var text = result("created_at is an RFC 3339 date-time");
    assertThat(text.path("descriptionHtml").asString())
        .contains("Examined: 2, deviating: 0")
        .containsPattern(
            "<p>GET http://127\\.0\\.0\\.1:[0-9]+/.*/all was answered with status 200\\. First values"
                + " of created_at: &quot;[-0-9]+T[:0-9]+Z&quot;\\.</p>");
    assertThat(content(text.path("attachments"), "exchange")).startsWith("GET http://127.0.0.1");
    var header = result("Content-Type is application/json");
    assertThat(header.path("descriptionHtml").asString())
        .contains(
            " was answered with status 200. First values of Content-Type: &quot;application/");
    assertThat(header.at("/attachments/0/source"))
        .as("one file for both")
        .isEqualTo(text.at("/attachments/0/source"));
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
