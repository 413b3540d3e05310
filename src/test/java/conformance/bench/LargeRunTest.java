package conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.schema.CaseItems;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A body is never held: one larger than the heap is judged, and each deviation in it is found. */
class LargeRunTest {

  /** The list takes 8 MB as text, 80 MB as trees. The benchmark judges a million batches. */
  @Test
  void judgesAListThatDoesNotFitIntoMemory() throws IOException, InterruptedException {
    var list = new BatchList(20_000, 1_000, 42, CaseItems.of("batches"));
    var run = LargeRun.of(list, "-Xmx48m", "-XX:TieredStopAtLevel=1");
    // Not both lists as they are: a failure would print them.
    assertThat(Differences.between(list.deviations(), run.found())).as("%s", run.told()).isEmpty();
    assertThat(run.told()).anyMatch(it -> it.contains("20,000 items"));
  }
}
