package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contract;
import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Shard;
import conformance.contract.Since;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.schema.keyword.ReportSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is compared with the report.json of another, in the words that people see. */
class ChangesTest {
  private static final Strictness PLAIN = new Strictness(false, false);
  private static final Finding KEPT = Sample.finding(Level.MUST, 12);
  private static final Finding UNSEEN = Sample.finding(Level.MUST, 0);

  @TempDir private Path folder;

  private static Finding broken(int places, int examined) {
    return Sample.finding(
        Level.MUST,
        examined,
        IntStream.range(0, places)
            .mapToObj(i -> new Deviation("/%d/at".formatted(i), "", "1", ""))
            .toArray(Deviation[]::new));
  }

  private Since since(RunResult before, RunResult now) throws IOException {
    var file = folder.resolve("report.json");
    Files.writeString(file, ReportJson.of(before));
    return Changes.of(PreviousReportFile.read(file, now.contract()), now);
  }

  private List<String> text(RunResult before, RunResult now) throws IOException {
    var since = since(before, now);
    var told = now.with(Optional.of(since), Optional.empty());
    assertThat(ReportSchema.faults(ReportJson.of(told))).isEmpty();
    assertThat(Summary.text(told)).startsWith(SinceLines.title(since) + "\n");
    return Stream.concat(Stream.of(SinceLines.title(since)), SinceLines.lines(since).stream())
        .toList();
  }

  private static RunResult run(Finding... findings) {
    return Sample.report(PLAIN, Sample.result(findings));
  }

  @Test
  void tellsWhatBecameOfEachRule() throws IOException {
    var before =
        run(
            Sample.about("a", KEPT),
            Sample.about("b", broken(1, 9)),
            Sample.about("c", broken(5, 9)),
            Sample.about("d", broken(5, 9)),
            Sample.about("e", KEPT),
            Sample.about("f", KEPT));
    var now =
        run(
            Sample.about("a", broken(2, 9)),
            Sample.about("b", broken(2, 9)),
            Sample.about("c", broken(4, 9)),
            Sample.about("d", KEPT),
            Sample.about("e", UNSEEN),
            Sample.about("f", KEPT));
    assertThat(text(before, now))
        .containsExactly(
            "since the run of 1970-01-01T00:00:00Z (deviates): 1 new, 1 worse, 1 better, 1 fixed,"
                + " 1 no longer demonstrated",
            "new: at is an RFC 3339 date-time, for owner o1: broken in 2 of 9, kept then",
            "worse: at is an RFC 3339 date-time, for owner o1: broken in 2 of 9, broken in 1 of 9"
                + " then",
            "better: at is an RFC 3339 date-time, for owner o1: broken in 4 of 9, broken in 5 of 9"
                + " then",
            "fixed: at is an RFC 3339 date-time, for owner o1: broken in 5 of 9 then",
            "no longer demonstrated: at is an RFC 3339 date-time, for owner o1: kept then");
    var json = ReportJson.of(now.with(Optional.of(since(before, now)), Optional.empty()));
    assertThat(new tools.jackson.databind.json.JsonMapper().readTree(json).at("/since/changes/1"))
        .hasToString(
            "{\"kind\":\"worse\",\"rule\":\"things/thing.schema.json#/properties/b/format\","
                + "\"promise\":\"at is an RFC 3339 date-time\",\"parameters\":{\"owner\":\"o1\"},"
                + "\"before\":{\"verdict\":\"broken\",\"examined\":9,\"deviating\":1},"
                + "\"now\":{\"verdict\":\"broken\",\"examined\":9,\"deviating\":2}}");
  }

  @Test
  void saysThatNothingHasChanged() throws IOException {
    var run = run(broken(1, 9), Sample.about("b", KEPT), Sample.about("c", UNSEEN));
    assertThat(text(run, run))
        .containsExactly("since the run of 1970-01-01T00:00:00Z (deviates): nothing has changed");
  }

  @Test
  void takesTheReadsOfAnAgentTogetherAndIsNotAboutTheDocumentation() throws IOException {
    var first = Sample.result(broken(1, 9));
    var kept = Sample.result(KEPT);
    var before = Sample.report(PLAIN, Sample.example(KEPT), kept, Sample.again(first));
    var now = Sample.report(PLAIN, Sample.example(broken(1, 1)), first, Sample.again(kept));
    assertThat(text(before, now)).hasSize(1);
  }

  @Test
  void missesNothingThatTheFirstShardAlonePuts() throws IOException {
    var unasked = new Verdict.NotApplicable("shard 1/2 sends the probes");
    var now = run(Sample.with(unasked, UNSEEN));
    var before = run(broken(1, 1));
    assertThat(text(before, now)).hasSize(2);
    assertThat(text(before, Sample.in(Optional.of(new Shard(1, 2)), now))).hasSize(3);
    assertThat(text(before, Sample.in(Optional.of(new Shard(2, 2)), now)))
        .noneMatch(line -> line.startsWith("no longer demonstrated"));
  }

  /** Whose agent a probe is sent for depends on which one is answered first. */
  @Test
  void comparesProbesWhateverTheirAgent() throws IOException {
    var probe = Sample.named("list things without a token", Sample.result(broken(1, 1)));
    var before = Sample.report(PLAIN, probe);
    var now = Sample.report(PLAIN, Sample.of("o2", probe));
    assertThat(text(before, now)).hasSize(1);
    var fixed = Sample.named("list things without a token", Sample.result(KEPT));
    assertThat(text(before, Sample.report(PLAIN, fixed)))
        .endsWith("fixed: at is an RFC 3339 date-time: broken in 1 of 1 then");
  }

  /** What keeps a whole response from being judged is one line, however many rules there are. */
  @Test
  void tellsTheCauseOfWhatIsNoLongerDemonstratedOnce() throws IOException {
    var down = new Verdict.NotDemonstrated("nobody answers for owner o1");
    var before = run(KEPT, Sample.about("b", broken(1, 9)), Sample.about("c", KEPT));
    var now =
        run(
            Sample.with(down, UNSEEN),
            Sample.with(down, Sample.about("b", UNSEEN)),
            Sample.about("c", UNSEEN));
    assertThat(text(before, now))
        .containsExactly(
            "since the run of 1970-01-01T00:00:00Z (deviates): 3 no longer demonstrated",
            "no longer demonstrated: 2 rules, for owner o1: nobody answers for owner",
            "no longer demonstrated: at is an RFC 3339 date-time, for owner o1: kept then");
  }

  @Test
  void tellsAThousandAgentsInALine() throws IOException {
    var kept = agents(1_000, KEPT);
    var broken = agents(1_000, broken(2, 12));
    assertThat(text(kept, broken))
        .endsWith(
            "new: at is an RFC 3339 date-time, for 1,000 values of owner (o0, o1, o2 and others):"
                + " broken in 2,000 of 12,000, kept then");
    assertThat(since(kept, broken).changes()).hasSize(1_000);
    var rules =
        IntStream.range(0, 50)
            .mapToObj(i -> Sample.about("p" + i, broken(1, 1)))
            .toArray(Finding[]::new);
    var none = IntStream.range(0, 50).mapToObj(i -> Sample.about("p" + i, KEPT));
    var before = agents(100, none.toArray(Finding[]::new));
    var many = agents(100, rules);
    var told = many.with(Optional.of(since(before, many)), Optional.empty());
    assertThat(Summary.text(told).lines().toList().subList(0, 12))
        .startsWith("since the run of 1970-01-01T00:00:00Z (conforms): 50 new")
        .endsWith("  and 40 more in the report");
    assertThat(SummaryMarkdown.of(told))
        .startsWith(
            """
            ## \u274c deviates

            since the run of 1970-01-01T00:00:00Z (conforms): 50 new

            - new: at is an RFC 3339 date-time, for 100 values of owner (o0, o1, o2 and others): broken in 100 of 100, kept then
            """);
  }

  private static RunResult agents(int many, Finding... findings) {
    var names = IntStream.range(0, many).mapToObj(i -> "o" + i).toList();
    var results = names.stream().map(name -> Sample.of(name, Sample.result(findings)));
    return asking(
        Map.of("owner", names), Sample.report(PLAIN, results.toArray(InteractionResult[]::new)));
  }

  @Test
  void tellsWhatElseDiffersAndComparesWhatCanBeCompared() throws IOException {
    var before =
        of(
            new Contract("stuff", "", "2023", List.of()),
            URI.create("http://old.example"),
            Sample.in(Optional.of(new Shard(1, 2)), run(broken(1, 9), Sample.about("gone", KEPT))));
    var now =
        Sample.report(
            PLAIN,
            Sample.result(KEPT, Sample.about("new", broken(1, 9))),
            Sample.of("o2", Sample.result(broken(1, 9))));
    var asked = asking(Map.of("owner", List.of("o1", "o2", "o3", "o4", "o5")), now);
    assertThat(text(before, asked))
        .containsExactly(
            "since the run of 1970-01-01T00:00:00Z (deviates): 1 fixed",
            "differs: contract: stuff then, things now",
            "differs: edition: 2023 then, 2024-02 now",
            "differs: target: http://old.example then, http://localhost:8080 now",
            "differs: shard: 1/2 then, none now",
            "differs: 4 values of owner not asked for then: o2, o3, o4 and 1 more",
            "differs: 1 rule no longer judged",
            "differs: 1 rule not judged then",
            "fixed: at is an RFC 3339 date-time, for owner o1: broken in 1 of 9 then");
    assertThat(text(asked, now))
        .contains("differs: 4 values of owner no longer asked for: o2, o3, o4 and 1 more");
  }

  /** The file of a run of another contract, whose rules have other names before the first slash. */
  private static RunResult of(Contract contract, URI url, RunResult run) {
    return new RunResult(
        contract,
        url,
        run.mode(),
        run.parameters(),
        run.shard(),
        run.strictness(),
        run.startedAt(),
        run.duration(),
        run.requests(),
        run.results(),
        run.knownProblems(),
        run.knownWarnings(),
        run.notices(),
        run.ownTests(),
        run.since(),
        run.requestLink());
  }

  private static RunResult asking(Map<String, List<String>> parameters, RunResult run) {
    return new RunResult(
        run.contract(),
        run.url(),
        run.mode(),
        parameters,
        run.shard(),
        run.strictness(),
        run.startedAt(),
        run.duration(),
        run.requests(),
        run.results(),
        run.knownProblems(),
        run.knownWarnings(),
        run.notices(),
        run.ownTests(),
        run.since(),
        run.requestLink());
  }
}
