package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Severity;
import conformance.contract.Since;
import conformance.contract.Since.Change;
import conformance.contract.Since.Kind;
import conformance.contract.Since.State;
import conformance.contract.Strictness;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GitHubCommandsTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  @Test
  void annotatesBrokenRulesAndAdviceAtTheirSchemas() {
    var report =
        Sample.report(
            PLAIN,
            Sample.result(
                Sample.about("b", Sample.finding(Level.SHOULD, 12, Sample.SECOND_89)),
                Sample.finding(Level.MUST, 12, Sample.SECOND_89),
                Sample.about("c", Sample.finding(Level.MUST, 12))));
    assertThat(GitHubCommands.of(report))
        .containsExactly(
            "::error file=schemas/things/thing.schema.json,line=1,title=Invalid timestamp::at is an"
                + " RFC 3339 date-time: broken in 1 of 12. /3/at is \"2024-02-29T04:22:89Z\":"
                + " second 89 is outside 0-59",
            "::warning file=schemas/things/thing.schema.json,line=1,title=Invalid timestamp::at is"
                + " an RFC 3339 date-time: broken in 1 of 12. /3/at is \"2024-02-29T04:22:89Z\":"
                + " second 89 is outside 0-59");
  }

  @Test
  void leavesOutWhatIsAccepted() {
    var known = new conformance.contract.Verdict.Known("a", "b", "c", LocalDate.EPOCH);
    var finding = Sample.with(known, Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    assertThat(GitHubCommands.of(Sample.report(PLAIN, Sample.result(finding)))).isEmpty();
  }

  @Test
  void escapesWhatWouldEndACommand() {
    var odd = new Deviation("/3/at", "x", "100 %", "a\r\n::error::b");
    var finding = Sample.finding(Level.MUST, 1, odd);
    var rule = finding.rule();
    var other =
        new Rule(
            "a,b:c.schema.json#/type",
            rule.level(),
            rule.source(),
            "one, two: 3 %",
            rule.subject(),
            rule.promise(),
            rule.expected());
    var counts =
        new conformance.contract.RuleCounts(other, 1, 1, List.of(odd), Map.of("100 %", 1L));
    var report =
        Sample.report(
            PLAIN,
            Sample.result(
                new conformance.contract.Finding(
                    finding.interaction(), counts, finding.verdict())));
    assertThat(GitHubCommands.of(report))
        .containsExactly(
            "::error file=schemas/a%2Cb%3Ac.schema.json,line=1,title=one%2C two%3A 3 %25::at is an"
                + " RFC 3339 date-time: broken in 1 of 1. /3/at is 100 %25: a%0D%0A::error::b");
  }

  @Test
  void tellsTenRulesAndHowManyMoreThereAre() {
    assertThat(GitHubCommands.of(many(10))).hasSize(10).allMatch(it -> it.startsWith("::error "));
    assertThat(GitHubCommands.of(many(1_011)))
        .hasSize(11)
        .endsWith("::notice title=Conformance::1,001 more broken rules, in the report");
  }

  @Test
  void tellsNewOnesFirst() {
    var report = many(20);
    var rule = report.findings().reduce((first, last) -> last).orElseThrow().rule();
    var state = new State(Severity.BROKEN, 1, 1);
    var change = new Change(Kind.NEW, rule, Map.of(), state, state, Optional.empty());
    var worse =
        new Change(Kind.WORSE, Sample.rule(Level.MUST), Map.of(), state, state, Optional.empty());
    var since = new Since("2026", "conforms", List.of(), List.of(worse, change));
    assertThat(GitHubCommands.of(report).get(0)).contains("/p0/at ");
    assertThat(GitHubCommands.of(report.with(Optional.of(since), Optional.empty())))
        .hasSize(11)
        .first()
        .asString()
        .contains("/p19/at ");
  }

  private static RunResult many(int rules) {
    return Sample.report(
        PLAIN,
        Sample.result(
            IntStream.range(0, rules)
                .mapToObj(
                    i ->
                        Sample.about(
                            "p" + i,
                            Sample.finding(
                                Level.MUST, 1, new Deviation("/p%d/at".formatted(i), "", "", ""))))
                .toArray(conformance.contract.Finding[]::new)));
  }
}
