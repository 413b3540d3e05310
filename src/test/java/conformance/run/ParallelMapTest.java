package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Concurrent results are reported in order. */
class ParallelMapTest {

  @Test
  void givesResultsInTheOrderOfTheThingsWhicheverEndsFirst() {
    var second = new CountDownLatch(1);
    var reported = new ArrayList<String>();
    var results =
        ParallelMap.of(
            List.of("first", "second"),
            2,
            thing -> {
              if (thing.equals("first")) {
                await(second);
              }
              second.countDown();
              return thing + " done";
            },
            reported::add);
    assertThat(results).containsExactly("first done", "second done");
    assertThat(reported).isEqualTo(results);
  }

  @Test
  void hasNothingToDoWithNothing() {
    assertThat(ParallelMap.of(List.of(), 2, thing -> thing, result -> {})).isEmpty();
  }

  @Test
  void failsAsTheWorkFailed() {
    var fault = new IllegalStateException("ours");
    assertThatThrownBy(
            () ->
                ParallelMap.of(
                    List.of(1),
                    2,
                    thing -> {
                      throw fault;
                    },
                    result -> {}))
        .isSameAs(fault);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
