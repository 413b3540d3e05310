package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.InteractionResult;
import conformance.contract.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final InteractionResult CHAPTER =
      Sample.chapter(
          Sample.finding(Level.MUST, 12),
          Sample.finding(Level.MUST, 12),
          Sample.finding(Level.MUST, 12, Sample.SECOND_89));

  @Test
  void tellsHowItStandsAfterAllInteractionsOfAnAgent() {
    var again = Sample.named("read again", Sample.chapter(Sample.finding(Level.SHOULD, 0)));
    assertThat(Progress.ofReads(List.of(CHAPTER, again)))
        .isEqualTo(
            "list things, owner o1: 12 items; 2 kept, 1 broken, 1 not demonstrated"
                + " (1 request in 0 ms)");
  }

  @Test
  void tellsWhyAnAgentCouldNotBeJudged() {
    assertThat(Progress.ofReads(List.of(Sample.of("o2", CHAPTER), Sample.refused())))
        .isEqualTo(
            "list things, owner o2: not judged, the target refused the token (1 request in 0 ms)");
  }

  @Test
  void tellsHowItStandsAfterRequestsOutOfTheOrdinary() {
    assertThat(Progress.ofProbes(CHAPTER.interaction().operation(), List.of(CHAPTER, CHAPTER)))
        .isEqualTo("list things, out of the ordinary: 4 kept, 2 broken (1 request in 0 ms)");
  }
}
