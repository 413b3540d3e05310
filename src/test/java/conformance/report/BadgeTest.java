package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Level;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class BadgeTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  static Stream<Arguments> runs() {
    var kept = Sample.result(Sample.about("b", Sample.finding(Level.MUST, 12)));
    var broken = Sample.result(Sample.finding(Level.MUST, 12, Sample.SECOND_89));
    var advice = Sample.result(Sample.finding(Level.SHOULD, 12, Sample.SECOND_89));
    var conforms = Sample.report(PLAIN, kept, advice);
    return Stream.of(
        Arguments.of(conforms, "1 kept", "brightgreen"),
        Arguments.of(Sample.report(PLAIN, kept, broken), "1 kept, 1 broken", "red"),
        Arguments.of(
            Sample.report(new Strictness(true, false), kept, advice), "1 kept, deviates", "red"),
        Arguments.of(
            conforms.with(Sample.OWN_TESTS, 3), "1 kept, deviates in tests of your own", "red"),
        Arguments.of(Sample.with(List.of("x"), conforms), "1 kept, outdated", "orange"),
        Arguments.of(Sample.report(PLAIN, Sample.refused()), "environment", "lightgrey"),
        Arguments.of(Sample.report(PLAIN), "undemonstrated", "lightgrey"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("runs")
  void tellsHowManyRulesAreKeptAndBroken(RunResult run, String message, String colour) {
    assertThat(new JsonMapper().readTree(Badge.of(run)))
        .hasToString(
            "{\"schemaVersion\":1,\"label\":\"things\",\"message\":\"%s\",\"color\":\"%s\"}"
                .formatted(message, colour));
  }

  @Test
  void tellsOfARunThatCouldNotBegin() {
    assertThat(new JsonMapper().readTree(Badge.ofError("things")).path("message").asString())
        .isEqualTo("error");
  }
}
