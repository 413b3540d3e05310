package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.report.Messages;
import conformance.report.Sample;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings of a rule for many agents are one test. */
class RuleResultTest {
  private static final Strictness PLAIN = new Strictness(false, false);
  private static final Strictness STRICT = new Strictness(true, false);
  private static final Finding BROKEN = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
  private static final Map<String, Finding> FINDINGS =
      Map.of(
          "broken",
          BROKEN,
          "known",
          Sample.with(new Verdict.Known("r", "t", "o", LocalDate.MAX), BROKEN),
          "kept",
          Sample.finding(Level.MUST, 12),
          "not demonstrated",
          Sample.finding(Level.MUST, 0),
          "not applicable",
          Sample.with(new Verdict.NotApplicable("off"), Sample.finding(Level.MUST, 0)));

  @ParameterizedTest
  @CsvSource({
    "broken, known, broken",
    "broken, kept, broken",
    "broken, not demonstrated, broken",
    "broken, not applicable, broken",
    "known, kept, known",
    "known, not demonstrated, known",
    "known, not applicable, known",
    "kept, not demonstrated, kept",
    "kept, not applicable, kept",
    "not demonstrated, not applicable, not demonstrated",
    "kept, kept, kept"
  })
  void hasTheGravestVerdictWhicheverAgentComesFirst(String one, String other, String verdict) {
    assertThat(Severity.of(ruleResult(one, other).finding().verdict())).hasToString(verdict);
    assertThat(Severity.of(ruleResult(other, one).finding().verdict())).hasToString(verdict);
  }

  private static RuleResult ruleResult(String one, String other) {
    var results =
        List.of(
            Sample.result(FINDINGS.get(one)), Sample.of("o2", Sample.result(FINDINGS.get(other))));
    var groups = RuleResult.of(Sample.report(PLAIN, results.toArray(InteractionResult[]::new)));
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }

  @Test
  void isDemonstratedByOneAgentForAll() {
    var kept = Sample.result(FINDINGS.get("kept"));
    var unseen = Sample.of("o2", Sample.result(FINDINGS.get("not demonstrated")));
    assertThat(Sample.report(STRICT, kept, unseen).outcome()).isEqualTo(Outcome.CONFORMS);
    assertThat(Sample.report(STRICT, unseen, Sample.of("o3", unseen), kept).outcome())
        .isEqualTo(Outcome.CONFORMS);
    assertThat(Sample.report(STRICT, kept, Sample.named("read again", unseen)).outcome())
        .isEqualTo(Outcome.UNDEMONSTRATED);
  }

  @Test
  void addsUpWhatWasExaminedAndTellsTheFirstPlaceOfEachThatDeviates() {
    var second = new Deviation("/9/at", "", "\"x\"", "it is none");
    var twice = Sample.finding(Level.MUST, 20, second, Sample.SECOND_89);
    var ruleResult =
        ruleResult(
            Sample.result(Sample.finding(Level.MUST, 12)),
            Sample.of("o2", Sample.result(BROKEN)),
            Sample.of("o3", Sample.result(twice)));
    assertThat(ruleResult.finding().counts().examined()).isEqualTo(44);
    assertThat(ruleResult.finding().counts().deviating()).isEqualTo(3);
    assertThat(ruleResult.finding().counts().deviations())
        .containsExactly(second, Sample.SECOND_89);
    assertThat(ruleResult.finding().counts().values())
        .isEqualTo(Map.of("\"x\"", 1L, Sample.SECOND_89.actual(), 2L));
    assertThat(ruleResult.result().interaction().parametersOrName()).isEqualTo("owner o3");
    assertThat(ruleResult.verdicts()).isEqualTo("2 broken, 1 kept of 3 values of owner");
    assertThat(ruleResult.where()).isEqualTo("list things, for 2 of 3 values of owner: o3, o2");
  }

  @Test
  void isTheFindingItselfWhereThereIsOneAgent() {
    var ruleResult = ruleResult(Sample.result(BROKEN));
    assertThat(ruleResult.finding()).isSameAs(BROKEN);
    assertThat(ruleResult.parameters()).isEqualTo("owner o1");
    assertThat(ruleResult.where()).isEqualTo("list things, owner o1");
    assertThat(ruleResult.spread()).isEmpty();
  }

  @Test
  void saysThatCountsOfValuesAreTheLeastWhereSomeWereNotKept() {
    var all = Sample.finding(Level.MUST, 12, Sample.SECOND_89, Sample.SECOND_89);
    var result = Sample.result(all);
    assertThat(Messages.values(ruleResult(result, Sample.of("o2", result))))
        .isEqualTo("\"2024-02-29T04:22:89Z\" (4 times)");
    var other = Sample.finding(Level.MUST, 12, Sample.SECOND_89, new Deviation("/9", "", "1", ""));
    var less = Sample.of("o2", Sample.result(other)).keeping(new Limits(1, 1));
    assertThat(Messages.values(ruleResult(result, less)))
        .isEqualTo("\"2024-02-29T04:22:89Z\" (at least 3 times)");
  }

  @Test
  void keepsABoundedNumberOfPlacesAndValues() {
    var results =
        IntStream.range(0, 1_500)
            .mapToObj(i -> new Deviation("/" + i, "", "value " + i, ""))
            .map(it -> Sample.result(Sample.finding(Level.MUST, 1, it)))
            .map(it -> Sample.of(it.findings().get(0).counts().deviations().get(0).actual(), it))
            .toArray(InteractionResult[]::new);
    var counts = ruleResult(results).finding().counts();
    assertThat(counts.deviating()).isEqualTo(1_500);
    assertThat(counts.deviations()).hasSize(RuleCounter.PLACES);
    assertThat(counts.values()).hasSize(RuleCounter.VALUES);
  }

  @Test
  void suggestsAnEntryForEachAgentOrOneForVeryMany() {
    var result = Sample.result(BROKEN);
    var few = IntStream.range(0, 10).mapToObj(i -> Sample.of("o" + i, result));
    assertThat(ruleResult(few.toArray(InteractionResult[]::new)).suggested()).hasSize(10);
    var many = IntStream.range(0, 11).mapToObj(i -> Sample.of("o" + i, result));
    assertThat(ruleResult(many.toArray(InteractionResult[]::new)).suggested())
        .singleElement()
        .satisfies(it -> assertThat(it.interaction().parameters()).isEmpty());
  }

  @Test
  void suggestsNoEntryForEverybodyWhereOneIsBrokenAndManyAreAccepted() {
    var known = Sample.result(FINDINGS.get("known"));
    var broken = Sample.of("o20", Sample.result(BROKEN));
    var all = IntStream.range(0, 20).mapToObj(i -> Sample.of("o" + i, known));
    assertThat(
            ruleResult(Stream.concat(all, Stream.of(broken)).toArray(InteractionResult[]::new))
                .suggested())
        .singleElement()
        .satisfies(it -> assertThat(it.interaction().parametersOrName()).isEqualTo("owner o20"));
  }

  private static RuleResult ruleResult(InteractionResult... results) {
    var groups = RuleResult.of(Sample.report(PLAIN, results));
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }
}
