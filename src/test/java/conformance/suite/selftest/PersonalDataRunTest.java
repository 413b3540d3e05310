package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.PreviousRead;
import conformance.fixture.BodyServer;
import conformance.suite.ConfiguredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose number it is is nobody's business who reads a report. */
@Tag("slow")
class PersonalDataRunTest {
  private static final String BODY =
      "[{\"from_phone_number\": \"+19876543007x\"}, {\"fromPhoneNumber\": 19876543007},"
          + " {\"from_phone_number\": \"+19876543007\", \"from_phone_number\": \"+19876543007\"}]";

  @TempDir private Path output;

  @ParameterizedTest(name = "contract.show_personal={0}")
  @CsvSource({"false, +##########", "true, +19876543007"})
  void isShownOnlyWhenThatIsAskedFor(String setting, String shown) throws IOException {
    var properties = new Properties();
    properties.setProperty("contract.show_personal", setting);
    properties.setProperty("target.agent_id", "a");
    properties.setProperty("target.reread_after", "1ms");
    try (var server = new BodyServer(BODY.getBytes(UTF_8))) {
      properties.setProperty("target.url", server.url().toString());
      var report =
          ConfiguredRun.judge(properties, Map.of("TARGET_TOKEN", "a-token-of-no-use"), output);
      var exchanges =
          report.results().stream()
              .flatMap(
                  it ->
                      Stream.concat(
                          it.exchange().stream(),
                          it.previous().map(PreviousRead::exchange).stream()))
              .toList();
      assertThat(exchanges).isNotEmpty().anyMatch(it -> it.transcript().contains(shown));
      var texts = new StringBuilder();
      exchanges.forEach(it -> texts.append(it.transcript()));
      texts.append(Files.readString(output.resolve("report.json")));
      texts.append(Files.readString(output.resolve("summary.md")));
      texts.append(conformance.report.Summary.text(report));
      assertThat(texts.toString().contains("9876543007")).isEqualTo(setting.equals("true"));
      assertThat(Files.readString(output.resolve("report.json"))).contains(shown);
    }
  }
}
