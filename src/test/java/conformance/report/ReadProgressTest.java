package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.InteractionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many agents are told by a line now and then. */
class ReadProgressTest {
  private static final InteractionResult CHAPTER = Sample.chapter();
  private final List<String> lines = new ArrayList<>();

  @Test
  void tellsOneLineForAllWhereTheyTakeNoTime() {
    var headway = headway(10_000, Duration.ofHours(1));
    for (var i = 0; i < 10_000; i++) {
      headway.accept(List.of(CHAPTER));
    }
    assertThat(lines)
        .singleElement()
        .asString()
        .matches("list things: 10,000 of 10,000 values of owner, [0-9,.]+ a second");
  }

  @Test
  void tellsHowFarItIsWhenItIsTimeTo() {
    var headway = headway(3, Duration.ZERO);
    headway.accept(List.of(CHAPTER));
    headway.accept(List.of(Sample.refused(), CHAPTER));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches("list things: 1 of 3 values of owner, [0-9,.]+ a second, [0-9,]+ s left");
    assertThat(lines.get(1))
        .matches(
            "list things: 2 of 3 values of owner, [0-9,.]+ a second, [0-9,]+ s left; 1 not judged");
  }

  private ReadProgress headway(int all, Duration every) {
    return new ReadProgress(CHAPTER.interaction().operation(), all, lines::add, every);
  }
}
