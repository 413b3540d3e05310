package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.http.Spelling;
import conformance.suite.LeakScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeakScanTest {
  private static final String TOKEN = "Zq7+canary/T0ken~9f3e==";
  private static final Map<String, String> ENVIRONMENT = Map.of("TARGET_TOKEN", TOKEN);

  @TempDir private Path target;

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void failsTheRunAndNamesTheFileButNotTheToken(Spelling how) throws IOException {
    write("failsafe-reports/TEST-a.xml", "<testsuite/>");
    write("allure-results/b.json", "{\"a\": \"%s\"}".formatted(how.of(TOKEN)));
    assertThatThrownBy(() -> LeakScan.scan(target, new Properties(), ENVIRONMENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the token stands in what the run has left behind: ")
        .matches(leak -> leak.getStackTrace().length == 0, "has no stack trace")
        .hasMessageContaining(Path.of("allure-results/b.json").toString())
        .hasMessageNotContainingAny("TEST-a.xml", TOKEN, how.of(TOKEN));
  }

  @Test
  void findsATokenInALargeFileAndInTheNameOfAFile() throws IOException {
    var name = "my-token-of-a-file";
    write("large", "x".repeat(1_000_000) + name + "y".repeat(300_000));
    write("screenshot-" + name + ".txt", "");
    assertThatThrownBy(() -> LeakScan.scan(target, new Properties(), Map.of("TARGET_TOKEN", name)))
        .hasMessageContaining("large, ")
        .hasMessageContaining("screenshot-[token].txt")
        .hasMessageNotContaining(name);
  }

  @Test
  void takesTheTokenFromAFileToo() throws IOException {
    var properties = new Properties();
    properties.setProperty("target.token_file", write("classes/token", TOKEN + "\n").toString());
    assertThat(LeakScan.scan(target, properties, Map.of())).startsWith("none of the 0 files");
    write("conformance/report.json", TOKEN);
    assertThatThrownBy(() -> LeakScan.scan(target, properties, Map.of()))
        .hasMessageContaining("report.json");
  }

  /** In each of these the password is found alone, as well as in base64 with its user. */
  @ParameterizedTest
  @CsvSource({
    "TARGET_TOKEN, me:correct-horse",
    "TARGET_PROXY_PASSWORD, correct-horse",
    "TARGET_CLIENT_CERTIFICATE_PASSWORD, correct-horse",
  })
  void looksForPasswordsToo(String variable, String value) throws IOException {
    var environment = Map.of(variable, value);
    for (var leak : List.of("correct-horse", "bWU6Y29ycmVjdC1ob3JzZQ==")) {
      write("console.txt", "Basic " + leak);
      assertThatThrownBy(() -> LeakScan.scan(target, new Properties(), environment))
          .hasMessageContaining("console.txt")
          .hasMessageNotContaining(leak);
    }
  }

  @Test
  void looksForTheTokenOfTheFixturesWhenThereIsNoOther() throws IOException {
    write("conformance/summary.md", "nothing");
    assertThat(LeakScan.scan(target, new Properties(), Map.of()))
        .isEqualTo("none of the 1 files that the run has left behind holds the token");
    write("conformance/report.json", "fixture-token");
    assertThatThrownBy(() -> LeakScan.scan(target, new Properties(), Map.of()))
        .hasMessageContaining("report.json");
  }

  @Test
  void saysThatItDoesNotLookForATokenThatAnyTextMayHold() throws IOException {
    write("conformance/summary.md", "secret");
    assertThat(LeakScan.scan(target, new Properties(), Map.of("TARGET_TOKEN", "secret")))
        .contains("too short", "not searched");
  }

  private Path write(String file, String text) throws IOException {
    var path = target.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text, UTF_8);
  }
}
