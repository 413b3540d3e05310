package conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who waits for a long body is told how far it has come. */
class BodyProgressTest {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ArrayList<String> lines = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong(-7);
  private final BodyProgress body =
      new BodyProgress(
          new ByteArrayInputStream(new byte[13_000_000]),
          "list batches",
          lines::add,
          EVERY,
          clock::get);

  @Test
  void tellsItemsSizeAndSpeedWhenTheTimeHasCome() throws IOException {
    for (var i = 0; i < 1_000_000; i++) {
      body.read();
    }
    body.readNBytes(11_000_000);
    clock.addAndGet(EVERY.toNanos() - 1);
    body.accept(1_234_500);
    assertThat(lines).isEmpty();
    clock.addAndGet(1);
    body.accept(1_234_501);
    assertThat(lines).as("the clock is not looked at for each item").isEmpty();
    body.accept(1_234_600);
    assertThat(lines).containsExactly("list batches: 1,234,600 items in 12 MB so far, 2.4 MB/s");
  }

  @Test
  void tellsItAgainWhenTheTimeHasComeAgain() throws IOException {
    clock.addAndGet(EVERY.toNanos());
    body.accept(100);
    body.accept(200);
    body.readAllBytes();
    assertThat(body.read()).isEqualTo(-1);
    clock.addAndGet(EVERY.toNanos());
    body.accept(300);
    assertThat(lines)
        .containsExactly(
            "list batches: 100 items in 0 MB so far, 0.0 MB/s",
            "list batches: 300 items in 13 MB so far, 1.3 MB/s");
  }

  @Test
  void readsTheBodyAsItIs() throws IOException {
    try (var watched =
        new BodyProgress(new ByteArrayInputStream(new byte[] {5, 6}), "", lines::add)) {
      assertThat(watched.read()).isEqualTo(5);
      assertThat(watched.read(new byte[9])).isEqualTo(1);
      assertThat(watched.read()).isEqualTo(-1);
    }
  }
}
