package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.report.Sample;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many agents share what memory there is. */
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
    var chapter = Sample.chapter(Sample.finding(Level.MUST, 50, deviations));
    var examined = chapter.keeping(new Limits(2, 10)).findings().get(0).examined();
    assertThat(examined.examined()).isEqualTo(50);
    assertThat(examined.deviating()).isEqualTo(40);
    assertThat(examined.deviations()).containsExactly(deviations[0], deviations[1]);
    assertThat(examined.values()).containsOnlyKeys("value 0", "value 1").containsValue(2L);
    assertThat(chapter.keeping(Limits.of(1))).isEqualTo(chapter);
  }

  @Test
  void cutsTheBeginningsOfBodies() {
    var chapter = Sample.chapter().without(body -> "x".repeat(30), found -> found);
    assertThat(chapter.keeping(new Limits(2, 10)).exchange().orElseThrow().beginning())
        .isEqualTo("x".repeat(10));
  }
}
