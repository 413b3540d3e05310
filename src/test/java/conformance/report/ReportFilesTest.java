package conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.BodyServer;
import conformance.run.FixtureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilesTest {
  @TempDir private Path folder;

  /** An unpaired surrogate cannot be encoded, so it must not reach the files. */
  @ParameterizedTest
  @CsvSource({
    "a\\ud800b, a\\ud800b",
    "\\udc00, \\udc00",
    "\\ud83d\\ude00, \ud83d\ude00",
    "\\ude00\\ud83d, \\ude00\\ud83d"
  })
  void writesWhatAServerSentInHalvesOfSurrogatePairs(String escapes, String shown)
      throws IOException {
    var body = "[{\"status\":\"%s\",\"file_name\":[\"%s\"]}]".formatted(escapes, escapes);
    try (var server = new BodyServer(body.getBytes(UTF_8))) {
      ReportFiles.write(FixtureRun.at(server.url()).report(), folder);
    }
    var written = shown.replace("\\", "\\\\");
    assertThat(read("summary.md")).containsIgnoringCase(written);
    assertThat(read("report.json")).containsIgnoringCase(written);
  }

  @Test
  void writesIntoAFolderThatIsNotThereYet() throws IOException {
    var deep = folder.resolve("a/b");
    ReportFiles.writeError("things", "no contract", deep);
    assertThat(Files.readString(deep.resolve("report.json"))).contains("\"error\"");
    assertThat(Files.readString(deep.resolve("summary.md"))).contains("no contract");
    assertThat(deep.toFile().list())
        .containsExactlyInAnyOrder(
            "report.json", "summary.md", "report.sarif", "code-quality.json", "badge.json");
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
