package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.report.Messages;
import conformance.report.Sample;
import conformance.suite.ReportedRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportedRuleTest {
  private static final Finding BROKEN = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
  private static final Finding ADVICE =
      Sample.about("by", Sample.finding(Level.SHOULD, 12, Sample.SECOND_89));
  private static final Verdict KNOWN = new Verdict.Known("r", "t", "o", LocalDate.MAX);

  static Stream<Arguments> findings() {
    return Stream.of(
        arguments(Sample.finding(Level.MUST, 12), false, "passed"),
        arguments(Sample.finding(Level.MUST, 12), true, "passed"),
        arguments(BROKEN, false, "failed"),
        arguments(ADVICE, false, "skipped"),
        arguments(ADVICE, true, "failed"),
        arguments(Sample.with(KNOWN, BROKEN), true, "skipped"),
        arguments(Sample.finding(Level.MUST, 0), false, "skipped"),
        arguments(Sample.finding(Level.MUST, 0), true, "failed"),
        arguments(
            Sample.with(new Verdict.NotApplicable("off"), Sample.finding(Level.MUST, 0)),
            true,
            "skipped"));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void passesFailsOrIsSkipped(Finding finding, boolean strict, String became) {
    var report = Sample.report(new Strictness(strict, false), Sample.result(finding));
    var test = ReportedRule.of(report).findFirst().orElseThrow();
    assertThat(test.fails() ? "failed" : test.passes() ? "passed" : "skipped").isEqualTo(became);
    assertThat(test.message()).isEqualTo(Messages.of(Sample.ruleResult(finding)));
  }

  @Test
  void standsForOneRuleOfOneInteraction() {
    var report =
        Sample.report(
            new Strictness(false, false), Sample.result(BROKEN, ADVICE), Sample.example(BROKEN));
    assertThat(ReportedRule.of(report).map(ReportedRule::finding))
        .containsExactly(BROKEN, ADVICE, Sample.example(BROKEN).findings().get(0));
    var kept = Sample.finding(Level.MUST, 12);
    report = Sample.report(new Strictness(false, false), Sample.result(kept), Sample.example(kept));
    assertThat(ReportedRule.of(report).map(ReportedRule::finding)).containsExactly(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "list things, o1, at is an RFC 3339 date-time",
    "list things, 'o1,o2', at is an RFC 3339 date-time",
    "'list things, read again', o1, 'at is an RFC 3339 date-time, list things, read again'",
    "an RFC 3339, o1, at is an RFC 3339 date-time",
  })
  void isCalledByItsPromiseAndByWhatSetsItApart(String interaction, String owners, String name) {
    var result = Sample.named(interaction, Sample.result(BROKEN));
    var base = Sample.report(new Strictness(false, false), result);
    var report =
        new RunResult(
            base.contract(),
            base.url(),
            base.mode(),
            Map.of("owner", List.of(owners.split(","))),
            Optional.empty(),
            base.strictness(),
            base.startedAt(),
            base.duration(),
            base.requests(),
            base.results(),
            base.knownProblems(),
            base.knownWarnings(),
            base.notices(),
            base.ownTests(),
            Optional.empty(),
            Optional.empty());
    assertThat(ReportedRule.of(report).findFirst().orElseThrow()).hasToString(name);
  }
}
