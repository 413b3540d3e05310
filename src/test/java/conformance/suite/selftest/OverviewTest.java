package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Severity;
import conformance.contract.Shard;
import conformance.contract.Since;
import conformance.contract.Since.Change;
import conformance.contract.Since.Kind;
import conformance.contract.Since.State;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.report.Sample;
import conformance.suite.Overview;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverviewTest {
  private static final RunResult REPORT =
      Sample.report(
          new Strictness(false, false),
          Sample.covering(Sample.result(Sample.finding(Level.MUST, 1, Sample.SECOND_89)), 1L, 0L),
          Sample.covering(
              Sample.named("list again", Sample.result(Sample.finding(Level.MUST, 12))), 0L, 0L),
          Sample.example(
              Sample.about("kept", Sample.finding(Level.MUST, 1)),
              Sample.with(
                  new Verdict.Known("r", "t", "o", LocalDate.MAX),
                  Sample.finding(Level.MUST, 1, Sample.SECOND_89))));

  @Test
  void tellsHowItStandsBeforeWhatWasJudged() throws IOException {
    var text = Overview.environment(REPORT);
    assertThat(text.lines().map(line -> line.replaceFirst("=.*", "")))
        .containsExactly(
            "Outcome",
            "Rules",
            "Documented\\u0020example",
            "Tests",
            "Target",
            "owner",
            "Contract",
            "Coverage\\u0020of\\u0020kind",
            "Suite",
            "Java");
    var facts = new Properties();
    facts.load(new StringReader(text));
    assertThat(facts)
        .containsEntry("Outcome", "deviates")
        .containsEntry("Rules", "1 kept, 1 broken")
        .containsEntry("Documented example", "1 kept, 1 known")
        .containsEntry(
            "Tests",
            "2 for rules on the target, 1 for deviations of the documented example, 3 about the run")
        .containsEntry("Target", "http://localhost:8080 (live)")
        .containsEntry("owner", "o1")
        .containsEntry("Contract", "things (2024-02)")
        .containsEntry("Coverage of kind", "1 of 2 values seen; never: v1");
  }

  @Test
  void tellsWhatHasChangedRightAfterTheOutcome() {
    var rule = Sample.rule(Level.MUST);
    var now = new State(Severity.BROKEN, 9, 2);
    var changes =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    new Change(
                        Kind.NEW, rule, Map.of("owner", "o" + i), KEPT, now, Optional.empty()))
            .toList();
    var differences = IntStream.range(0, 9).mapToObj(i -> "d" + i).toList();
    var since =
        new Since("2026-01-01T00:00:00.123Z", "conforms", differences.subList(0, 1), changes);
    assertThat(shown(since))
        .startsWith(
            "Outcome=deviates\nSince the last run=since the run of 2026-01-01T00:00:00Z (conforms):"
                + " 1 new; differs: d0; new: at is an RFC 3339 date-time, for 1,000 values of owner"
                + " (o0, o1, o2 and others): broken in 2,000 of 9,000, kept then\nRules=");
    assertThat(shown(new Since("2026", "conforms", differences, List.of())))
        .contains("nothing has changed; differs: d0; ", "; differs: d4\nRules=");
  }

  private static final State KEPT = new State(Severity.KEPT, 0, 0);

  private static String shown(Since since) {
    return Overview.environment(REPORT.with(Optional.of(since), Optional.empty()))
        .replace("\\u0020", " ")
        .replace("\\u003a", ":");
  }

  @Test
  void tellsTheOutcomeOfAShardAsThatOfOneOfSeveral() throws IOException {
    var shard = Sample.in(Optional.of(new Shard(2, 8)), REPORT);
    assertThat(Overview.environment(shard).replace("\\u0020", " "))
        .startsWith("Outcome of shard 2/8=deviates\nRules of shard 2/8=1 kept, 1 broken\n")
        .contains("\nowner of shard 2/8=o1\n");
    assertThat(Overview.executor(shard, Map.of()))
        .startsWith("{\"reportName\":\"things, in shards\",");
  }

  @Test
  void namesTheFirstOfManyParameters() {
    var asked = Map.of("owner", List.of("a", "b", "c", "d", "e", "f", "g"));
    var report =
        new RunResult(
            REPORT.contract(),
            REPORT.url(),
            REPORT.mode(),
            asked,
            Optional.empty(),
            REPORT.strictness(),
            REPORT.startedAt(),
            REPORT.duration(),
            REPORT.requests(),
            REPORT.results(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(Overview.environment(report).replace("\\u0020", " "))
        .contains("\nowner=a, b, c, d, e and 2 more\n");
  }

  static Stream<Arguments> jobs() {
    return Stream.of(
        arguments(
            Map.of(),
            "{\"reportName\":\"things: deviates\",\"name\":\"not a CI job\",\"type\":\"local\"}"),
        arguments(
            Map.of(
                "GITHUB_SERVER_URL", "https://git.example",
                "GITHUB_REPOSITORY", "o/r",
                "GITHUB_RUN_ID", "77",
                "GITHUB_RUN_NUMBER", "12"),
            job("GitHub Actions", "github", "https://git.example/o/r/actions/runs/77")),
        arguments(
            Map.of("CI_PIPELINE_URL", "https://git.example/p/77", "CI_PIPELINE_IID", "12"),
            job("GitLab CI", "gitlab", "https://git.example/p/77")),
        arguments(
            Map.of(
                "JENKINS_URL", "https://ci.example",
                "BUILD_URL", "https://ci.example/12/",
                "BUILD_NUMBER", "12"),
            job("Jenkins", "jenkins", "https://ci.example/12/")));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void isTitledByTheOutcomeAndNamesTheJob(Map<String, String> environment, String json) {
    assertThat(Overview.executor(REPORT, environment)).isEqualTo(json);
  }

  private static String job(String name, String type, String url) {
    return "{\"reportName\":\"things: deviates\",\"name\":\"%s\",\"type\":\"%s\","
            .formatted(name, type)
        + "\"buildName\":\"#12\",\"buildOrder\":12,\"buildUrl\":\"%s\"}".formatted(url);
  }
}
