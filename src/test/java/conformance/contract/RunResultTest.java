package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import conformance.report.Sample;
import conformance.report.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunResultTest {
  private static final Strictness PLAIN = new Strictness(false, false);
  private static final Strictness STRICT = new Strictness(true, false);
  private static final Strictness EMPTY = new Strictness(false, true);
  private static final Strictness STRICT_EMPTY = new Strictness(true, true);

  private static final Finding KEPT = Sample.finding(Level.MUST, 12);
  private static final Finding UNSEEN = Sample.about("unseen", Sample.finding(Level.MUST, 0));
  private static final Finding BROKEN =
      Sample.about("broken", Sample.finding(Level.MUST, 12, Sample.SECOND_89));
  private static final Finding ADVICE =
      Sample.about("advice", Sample.finding(Level.SHOULD, 12, Sample.SECOND_89));
  private static final Finding KNOWN =
      Sample.with(new Verdict.Known("r", "t", "o", LocalDate.MAX), BROKEN);
  private static final Finding OFF = Sample.with(new Verdict.NotApplicable("off"), UNSEEN);

  static Stream<Arguments> outcomes() {
    return Stream.of(
        arguments("kept", PLAIN, Sample.result(KEPT), Outcome.CONFORMS),
        arguments("broken", PLAIN, Sample.result(KEPT, BROKEN), Outcome.DEVIATES),
        arguments("advice", PLAIN, Sample.result(KEPT, ADVICE), Outcome.CONFORMS),
        arguments("advice, strict", STRICT, Sample.result(KEPT, ADVICE), Outcome.DEVIATES),
        arguments("known", STRICT, Sample.result(KEPT, KNOWN), Outcome.CONFORMS),
        arguments("unseen", PLAIN, Sample.result(KEPT, UNSEEN), Outcome.CONFORMS),
        arguments("unseen, strict", STRICT, Sample.result(KEPT, UNSEEN), Outcome.UNDEMONSTRATED),
        arguments("not applicable", STRICT, Sample.result(KEPT, OFF), Outcome.CONFORMS),
        arguments("refused", PLAIN, Sample.refused(UNSEEN), Outcome.ENVIRONMENT),
        arguments("refused, strict", STRICT_EMPTY, Sample.refused(UNSEEN), Outcome.ENVIRONMENT),
        arguments("refused and broken", PLAIN, Sample.refused(BROKEN), Outcome.DEVIATES),
        arguments("empty", PLAIN, empty(KEPT), Outcome.UNDEMONSTRATED),
        arguments("empty, allowed", EMPTY, empty(KEPT, UNSEEN), Outcome.CONFORMS),
        arguments("empty, broken", EMPTY, empty(BROKEN), Outcome.DEVIATES),
        arguments("empty, strict", STRICT_EMPTY, empty(UNSEEN), Outcome.UNDEMONSTRATED),
        arguments("only the example", PLAIN, Sample.example(KEPT), Outcome.UNDEMONSTRATED),
        arguments("broken example", PLAIN, Sample.example(BROKEN), Outcome.DEVIATES));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("outcomes")
  void endsInTheOutcomeThatItsFindingsLeadTo(
      String name, Strictness strictness, InteractionResult result, Outcome outcome) {
    assertThat(Sample.report(strictness, result).outcome()).isEqualTo(outcome);
  }

  @Test
  void blamesAnEntryOfTheKnownDeviationsThatIsWrongUnlessTheTargetDeviates() {
    var problems = List.of("expired");
    var kept = Sample.with(problems, Sample.report(PLAIN, Sample.result(KEPT)));
    assertThat(kept.outcome()).isEqualTo(Outcome.OUTDATED);
    var broken = Sample.with(problems, Sample.report(PLAIN, Sample.result(KEPT, BROKEN)));
    assertThat(broken.outcome()).isEqualTo(Outcome.DEVIATES);
  }

  @Test
  void deviatesWhereATestOfOnesOwnFails() {
    var kept = Sample.report(PLAIN, Sample.result(KEPT));
    var reason = List.of(new OwnTests.Reason("CacheIT.isPrivate", "it was public"));
    assertThat(kept.with(new OwnTests(1, reason, List.of()), 3).outcome())
        .isEqualTo(Outcome.DEVIATES);
    assertThat(kept.with(new OwnTests(1, reason, List.of()), 3).headline())
        .isEqualTo("deviates in tests of your own");
    var broken = Sample.report(PLAIN, Sample.result(BROKEN));
    assertThat(broken.with(new OwnTests(1, reason, List.of()), 3).headline()).isEqualTo("deviates");
    assertThat(kept.with(new OwnTests(1, List.of(), reason), 3).outcome())
        .isEqualTo(Outcome.CONFORMS);
    assertThat(kept.with(new OwnTests(0, List.of(), List.of()), 3).requests()).isEqualTo(3);
  }

  @Test
  void failsNothingForWantOfDataWhereTheEnvironmentIsAtFault() {
    var strict = Sample.report(STRICT, Sample.result(KEPT, UNSEEN));
    assertThat(strict.fails(UNSEEN)).isTrue();
    var refused = Sample.report(STRICT, Sample.result(KEPT, UNSEEN), Sample.refused(UNSEEN));
    assertThat(refused.fails(UNSEEN)).isFalse();
    assertThat(refused.fails(ADVICE)).isTrue();
  }

  @Test
  void letsAnEnvironmentFaultPassWhereThatIsAllowedButNoDeviation() {
    var allowed = new Strictness(false, false, true);
    assertThat(Sample.report(PLAIN, Sample.refused()).unjudgedButAllowed()).isFalse();
    assertThat(Sample.report(allowed, Sample.refused()).unjudgedButAllowed()).isTrue();
    var both = Sample.report(allowed, Sample.refused(), Sample.result(BROKEN));
    assertThat(both.unjudgedButAllowed()).isFalse();
    assertThat(both.outcome()).isEqualTo(Outcome.DEVIATES);
  }

  @Test
  void isUndemonstratedWithoutAnyInteraction() {
    assertThat(Sample.report(PLAIN).outcome()).isEqualTo(Outcome.UNDEMONSTRATED);
  }

  @Test
  void countsEachVerdictOnce() {
    var result = Sample.result(KEPT, KEPT, BROKEN, ADVICE, ADVICE, ADVICE, KNOWN, UNSEEN, OFF, OFF);
    assertThat(Totals.of(result.findings().stream()))
        .hasToString("2 kept, 1 broken, 3 advice, 1 known, 1 not demonstrated, 2 not applicable");
  }

  @Test
  void failsWhatItsStrictnessAsksFor() {
    var all = List.of(KEPT, UNSEEN, BROKEN, ADVICE, KNOWN, OFF);
    assertThat(all.stream().filter(Sample.report(PLAIN)::fails)).containsExactly(BROKEN);
    assertThat(all.stream().filter(Sample.report(STRICT)::fails))
        .containsExactly(UNSEEN, BROKEN, ADVICE);
  }

  private static InteractionResult empty(Finding... findings) {
    var result = Sample.result(findings);
    return new InteractionResult(
        result.interaction(),
        result.exchange(),
        Optional.empty(),
        result.environment(),
        0,
        List.of(),
        result.findings());
  }
}
