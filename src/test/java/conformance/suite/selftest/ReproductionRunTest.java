package conformance.suite.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conformance.contract.InteractionResult;
import conformance.contract.RunResult;
import conformance.fixture.BodyServer;
import conformance.report.Messages;
import conformance.report.Sample;
import conformance.run.FixtureRun;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Runs the commands that findings show, as their readers will. */
@Tag("slow")
class ReproductionRunTest {
  private static final String TOKEN = "fixture-token";

  @BeforeAll
  static void needsTheProgramsOfTheCommands() {
    for (var program : List.of("bash", "curl", "jq", "perl")) {
      assumeTrue(
          Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
              .anyMatch(folder -> new File(folder, program).canExecute()),
          program + " is not installed");
    }
  }

  /** A fixture, the end of the rule that it breaks, and what the command shows. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "updated-at-second-89 | /updated_at/format | \"2024-02-29T04:22:89Z\"",
        "execution-status-odd-name | /propertyNames | 1",
        "status-500 | /status | HTTP/1.1 500",
        "content-type-text | /Content-Type | Content-Type: text/plain",
        "body-html | /body/json | <!DOCTYPE html>",
        "body-object | #/type | {"
      })
  void showsWhatDeviates(String fixture, String rule, String shown) throws Exception {
    var output = run(reproduction(FixtureRun.on(fixture).report(), rule));
    assertThat(output).contains(shown).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a/b~c~1",
        "a b",
        "it's",
        "\"quoted\"",
        "back\\slash",
        "\\(1 + 1)",
        "$(exit 3)",
        "`exit 3`",
        "${HOME}!",
        "; exit 3 #",
        "line\nbreak",
        "\033[31m",
        "\u202egnp",
        "\ud83d\ude00",
        "%s%n",
        "-1",
        "007",
        ""
      })
  void showsWhatDeviatesUnderAnyName(String name) throws Exception {
    var json = new JsonMapper();
    var value = "the value of " + name;
    var body = json.createArrayNode();
    body.addObject().putObject("execution_status").put(name, value);
    try (var server = new BodyServer(json.writeValueAsBytes(body))) {
      var command = reproduction(FixtureRun.at(server.url()).report(), "/propertyNames");
      assertThat(command).doesNotContainPattern("\\p{C}");
      assertThat(json.readTree(run(command)).asString()).isEqualTo(value);
    }
  }

  @Test
  void showsWhatChangesBetweenTwoReads() throws Exception {
    var report = FixtureRun.on("reread-created-at-changes").report();
    var command = reproduction(report, "/created_at/x-constant");
    assertThat(run("! { " + command + "; }"))
        .containsPattern("< .*T06:30:00Z")
        .containsPattern("> .*T06:30:01Z");
  }

  @Test
  void showsWhatDeviatesInTheDocumentedExample() throws Exception {
    var command = reproduction(FixtureRun.on("conforming").report(), "/updated_at/format");
    assertThat(command).startsWith("jq ");
    assertThat(run(command)).isEqualTo("\"2024-02-29T04:22:89Z\"\n");
  }

  /** The command of the finding about the rule whose address ends so, of the target if it can. */
  private static String reproduction(RunResult report, String rule) {
    return report.results().stream()
        .sorted((a, b) -> Boolean.compare(a.exchange().isEmpty(), b.exchange().isEmpty()))
        .flatMap(result -> commands(result, rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing deviates from a rule " + rule));
  }

  private static Stream<String> commands(InteractionResult result, String rule) {
    return result.findings().stream()
        .filter(finding -> finding.rule().id().endsWith(rule))
        .flatMap(finding -> Messages.command(Sample.ruleResult(result, finding)).stream());
  }

  private static String run(String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    builder.environment().put("TARGET_TOKEN", TOKEN);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, SECONDS)).as("end of %s", command).isTrue();
    assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
    return output;
  }
}
