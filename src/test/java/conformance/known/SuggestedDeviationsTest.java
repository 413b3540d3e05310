package conformance.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.report.Sample;
import conformance.run.FixtureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestedDeviationsTest {
  private static final String FILE = "known-deviations.suggested.yaml";
  private static final Set<String> PARAMETERS = Set.of("agent_id", "owner");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three-faults",
        "documented-example",
        "every-item",
        "status-500",
        "body-html",
        "content-type-text",
        "execution-status-count-negative",
        "batch-id-twice"
      })
  void makesABrokenRunGreenOnceItIsFilledIn(String fixture) throws IOException {
    var run = FixtureRun.on(fixture);
    var broken = run.report();
    SuggestedDeviations.write(broken, folder);
    var suggested = Files.readString(folder.resolve(FILE));
    var known = new KnownDeviations(read(filledIn(suggested)), LocalDate.EPOCH);
    var report = new FixtureRun(run.url(), run.token(), known).report();
    assertThat(report.findings().filter(report::fails)).isEmpty();
    assertThat(report.knownProblems()).isEmpty();
    assertThat(report.findings().filter(it -> it.verdict() instanceof Verdict.Known))
        .hasSameSizeAs(broken.findings().filter(broken::fails).toList());
  }

  @Test
  void isRefusedUntilItIsFilledIn() {
    var suggested =
        SuggestedDeviations.of(List.of(Sample.finding(Level.MUST, 12, Sample.SECOND_89)));
    assertThatThrownBy(() -> read(suggested))
        .isInstanceOf(KnownDeviationsException.class)
        .hasMessageEndingWith(
            """
            filled-in.yaml cannot be used:
              - entry 1 has no reason
              - entry 1 has no ticket
              - entry 1 has no owner
              - entry 1 has no expires""");
  }

  @Test
  void saysWhatWasFoundAndNarrowsTheEntryDown() {
    var second = new Deviation("/12/at", "", "\"x\"", "it is none");
    assertThat(
            SuggestedDeviations.of(
                List.of(Sample.finding(Level.MUST, 12, Sample.SECOND_89, second))))
        .startsWith("# What the run found broken. ")
        .endsWith(
            """

            # Invalid timestamp. at is an RFC 3339 date-time: broken in 2 of 12. /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59
            - rule: "things/thing.schema.json#/properties/at/format"
              interaction: "list things"
              location: "/*/at"
              reason: ""
              ticket: ""
              owner: ""
              expires: ""
            """);
  }

  @Test
  void namesNoLocationWhereNoneCoversAllPlaces() {
    var other = new Deviation("/3/other", "", "\"x\"", "it is none");
    var body = new Deviation("", "", "\"x\"", "it is none");
    var many = IntStream.range(0, 1_001).mapToObj(i -> Sample.SECOND_89).toArray(Deviation[]::new);
    for (var finding :
        List.of(
            Sample.finding(Level.MUST, 12, Sample.SECOND_89, other),
            Sample.finding(Level.MUST, 12, body),
            Sample.finding(Level.MUST, 2_000, many))) {
      assertThat(SuggestedDeviations.of(List.of(finding))).doesNotContain("location");
    }
  }

  @Test
  void staysYamlWhateverAServerSends() throws IOException {
    var text = "/0/a\n- rule: x #\u2028'\"\\ : {}";
    var finding = Sample.finding(Level.MUST, 1, new Deviation(text, "", text, text));
    var entries = read(filledIn(SuggestedDeviations.of(List.of(finding))));
    assertThat(entries)
        .singleElement()
        .satisfies(it -> assertThat(it.location()).contains(text.replace("/0/", "/*/")));
  }

  @Test
  void isNotWrittenWhereNothingFails() {
    var advice = Sample.result(Sample.finding(Level.SHOULD, 12, Sample.SECOND_89));
    SuggestedDeviations.write(Sample.report(new Strictness(false, false), advice), folder);
    assertThat(folder).isEmptyDirectory();
  }

  private List<KnownDeviation> read(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("filled-in.yaml"), yaml);
    return KnownDeviationsFile.read(file, PARAMETERS);
  }

  private static String filledIn(String yaml) {
    return yaml.replace("reason: \"\"", "reason: It is being mended.")
        .replace("ticket: \"\"", "ticket: T-1")
        .replace("owner: \"\"", "owner: team")
        .replace("expires: \"\"", "expires: 2026-12-31");
  }
}
