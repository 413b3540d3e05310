package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {

  @Test
  void isAsLongAsAskedFor() {
    var before = System.nanoTime();
    Pause.of(Duration.ofMillis(20));
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000L);
  }

  @Test
  void endsWhenTheRunIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Pause.of(Duration.ofHours(1)))
        .hasMessage("interrupted while waiting for the second read");
    assertThat(Thread.interrupted()).as("who called is told as well").isTrue();
  }
}
