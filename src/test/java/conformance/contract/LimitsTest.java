package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.report.Sample;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many agents share a limited memory. */
class LimitsTest {

  @ParameterizedTest
  @CsvSource({"1, 5000, 8000000", "5, 1000, 1600000", "1000, 5, 8000", "100000, 1, 200"})
  void isSharedEqually(int agents, int places, int characters) {
    assertThat(Limits.of(agents)).isEqualTo(new Limits(places, characters));
  }

  @Test
  void takesPlacesAndValuesAwayButNoCounts() {
    var deviations =
        IntStream.range(0, 40)
            .mapToObj(i -> new Deviation("/" + i, "", "value " + i / 2, ""))
            .toArray(Deviation[]::new);
    var result = Sample.result(Sample.finding(Level.MUST, 50, deviations));
    var counts = result.keeping(new Limits(2, 10)).findings().get(0).counts();
    assertThat(counts.examined()).isEqualTo(50);
    assertThat(counts.deviating()).isEqualTo(40);
    assertThat(counts.deviations()).containsExactly(deviations[0], deviations[1]);
    assertThat(counts.values()).containsOnlyKeys("value 0", "value 1").containsValue(2L);
    assertThat(result.keeping(Limits.of(1))).isEqualTo(result);
  }

  @Test
  void cutsTheBeginningsOfBodies() {
    var result = Sample.result().mapTexts(body -> "x".repeat(30), found -> found);
    assertThat(result.keeping(new Limits(2, 10)).exchange().orElseThrow().beginning())
        .isEqualTo("x".repeat(10));
  }
}
