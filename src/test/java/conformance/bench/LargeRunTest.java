package conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A body is never held: one larger than the heap is judged, and each deviation in it is found. */
class LargeRunTest {

  /**
   * The list takes 20 MB as text and ten times as much as trees. The benchmark judges a million.
   */
  @Test
  void judgesAListThatDoesNotFitIntoMemory() throws IOException, InterruptedException {
    var list = new BatchList(50_000, 1_000, 42, Instant.now());
    var run = LargeRun.of(list, "64m");
    assertThat(run.found())
        .as("%s", run.told())
        .containsExactlyInAnyOrderElementsOf(list.deviations());
    assertThat(run.told()).anyMatch(it -> it.contains("50,000 items"));
  }
}
