package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Contract;
import conformance.contract.Level;
import conformance.contract.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviousReportFileTest {
  private static final Contract CONTRACT = new Contract("things", "", "1", List.of());
  private static final String REPORT =
      ReportJson.of(
          Sample.report(
              new Strictness(false, false),
              Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89))));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | it is not an object",
        "7 | it is not an object",
        "{} | it has no /contract",
        "{\"contract\": \"a\", \"outcome\": \"error\", \"error\": \"x\"} | that run could not begin,"
            + " and judged nothing",
        "{\"findings\": [7]} | a finding in it has no rule, or no verdict",
        "{\"findings\": [{\"rule\": \"a\", \"verdict\": \"odd\"}]} | a finding in it has no rule,"
            + " or no verdict",
        "{\"findings\": [{\"verdict\": \"broken\"}]} | a finding in it has no rule, or no verdict",
        "hello | it is not JSON: line 1: Unrecognized token 'hello': was expecting (JSON String,"
            + " Number, Array, Object or token 'null', 'true' or 'false')",
        "{\"contract\": | it is not JSON: line 1: Unexpected end-of-input within/between Object"
            + " entries",
      })
  void saysWhatAFileIsThatIsNone(String text, String message) throws IOException {
    refuses(text, message);
  }

  @Test
  void saysWhatAFileLacks() throws IOException {
    refuses("", "it is not an object");
    refuses(REPORT.replace("\"outcome\"", "\"end\""), "it has no /outcome");
    refuses(REPORT.replace("\"findings\"", "\"found\""), "it has no /findings");
    refuses(REPORT.replace("\"rules\"", "\"counts\""), "it has no /coverage/rules");
  }

  private void refuses(String text, String message) throws IOException {
    var file = folder.resolve("report.json");
    Files.writeString(file, text);
    assertThatThrownBy(() -> PreviousReportFile.read(file, CONTRACT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void readsFilesOnly() {
    assertThatThrownBy(() -> PreviousReportFile.read(folder.resolve("none.json"), CONTRACT))
        .hasMessage("there is no such file");
    assertThatThrownBy(() -> PreviousReportFile.read(folder, CONTRACT))
        .hasMessage("there is no such file");
  }

  @Test
  void showsNoControlCharactersOfAFile() throws IOException {
    var file = folder.resolve("report.json");
    Files.writeString(
        file, REPORT.replace("2024-02\"", "\\u001b[31m##[error]" + "x".repeat(500) + "\""));
    assertThat(PreviousReportFile.read(file, CONTRACT).text("/edition"))
        .startsWith("\\u001B[31m# #[error]xxx")
        .hasSizeLessThan(200);
  }
}
