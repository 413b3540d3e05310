package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts are exact, however many deviations are kept, and add up. */
class RuleCounterTest {
  private static final Rule FIRST = rule("first");
  private static final Rule SECOND = rule("second");

  private final RuleCounter counter = new RuleCounter(List.of(FIRST, SECOND));

  @Test
  void countsForEachRuleByItself() {
    counter.examine(FIRST, 3);
    counter.examine(FIRST, 2);
    counter.deviate(SECOND, deviation("/0", "x"));
    assertThat(counter.results())
        .containsExactly(
            new RuleCounts(FIRST, 5, 0, List.of(), Map.of()),
            new RuleCounts(SECOND, 0, 1, List.of(deviation("/0", "x")), Map.of("x", 1L)));
  }

  @Test
  void keepsTheFirstPlacesAndCountsAll() {
    for (var i = 0; i < RuleCounter.PLACES + 7; i++) {
      counter.deviate(FIRST, deviation("/" + i, "x"));
    }
    var result = counter.results().get(0);
    assertThat(result.deviating()).isEqualTo(RuleCounter.PLACES + 7);
    assertThat(result.deviations()).hasSize(RuleCounter.PLACES);
    assertThat(result.deviations().get(RuleCounter.PLACES - 1).location())
        .isEqualTo("/" + (RuleCounter.PLACES - 1));
    assertThat(result.values()).isEqualTo(Map.of("x", (long) RuleCounter.PLACES + 7));
  }

  @Test
  void keepsTheFirstValuesAndGoesOnCountingThem() {
    for (var round = 0; round < 2; round++) {
      for (var i = 0; i <= RuleCounter.VALUES; i++) {
        counter.deviate(FIRST, deviation("/", "value " + i));
      }
    }
    assertThat(counter.results().get(0).values())
        .hasSize(RuleCounter.VALUES)
        .containsEntry("value 0", 2L)
        .containsEntry("value " + (RuleCounter.VALUES - 1), 2L);
  }

  @Test
  void refusesARuleOfAnotherInteraction() {
    assertThatThrownBy(() -> counter.examine(rule("third"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule third is not one of this interaction");
  }

  @Test
  void addsUpWhatTwoExaminationsFound() {
    var one = new RuleCounts(FIRST, 5, 1, List.of(deviation("/0", "x")), Map.of("x", 1L));
    var values = new LinkedHashMap<>(Map.of("x", 1L));
    values.put("y", 2L);
    var other = new RuleCounts(FIRST, 7, 3, List.of(deviation("/1", "y")), values);
    assertThat(one.plus(other))
        .isEqualTo(
            new RuleCounts(
                FIRST,
                12,
                4,
                List.of(deviation("/0", "x"), deviation("/1", "y")),
                Map.of("x", 2L, "y", 2L)));
    assertThat(RuleCounts.none(FIRST).plus(one)).isEqualTo(one);
  }

  @Test
  void editsEveryTextOfTheServer() {
    var result =
        new RuleCounts(FIRST, 5, 2, List.of(deviation("/a", "ab")), Map.of("ab", 1L, "aab", 2L));
    assertThat(result.map(text -> text.replaceAll("a+", "*")))
        .isEqualTo(
            new RuleCounts(
                FIRST,
                5,
                2,
                List.of(new Deviation("/*", "wh*t is due", "*b", "bec*use")),
                Map.of("*b", 3L)));
    assertThat(result.mapReasons("well, "::concat).deviations())
        .containsExactly(new Deviation("/a", "what is due", "ab", "well, because"));
  }

  @Test
  void tellsWhichDocumentedValuesWereNeverSeen() {
    var seen = new LinkedHashMap<String, Long>();
    seen.put("open", 2L);
    seen.put("shut", 0L);
    seen.put("sold", 0L);
    var coverage = new Coverage("rule", Coverage.Kind.VALUES, "status", seen);
    assertThat(coverage).hasToString("status: 1 of 3 values seen; never: shut, sold");
    var both =
        coverage.plus(
            new Coverage(
                "rule",
                Coverage.Kind.VALUES,
                "status",
                Map.of("open", 1L, "shut", 4L, "sold", 1L)));
    assertThat(both.seen()).isEqualTo(Map.of("open", 3L, "shut", 4L, "sold", 1L));
    assertThat(both).hasToString("status: 3 of 3 values seen");
    counter.cover(List.of(both));
    assertThat(counter.coverage()).containsExactly(both);
  }

  private static Deviation deviation(String location, String actual) {
    return new Deviation(location, "what is due", actual, "because");
  }

  private static Rule rule(String id) {
    return new Rule(
        id, Level.MUST, new Source("Response", Basis.STATED), "Kind", "a", "a is b", "b");
  }
}
