package conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Who waits for a long body is told how far it has come. */
class WatchedBodyTest {

  @Test
  void tellsItemsSizeAndSpeedWhenTheTimeHasCome() throws IOException {
    var lines = new ArrayList<String>();
    var body = new ByteArrayInputStream(new byte[2_000_000]);
    try (var progress = new WatchedBody(body, "list batches", lines::add, Duration.ZERO)) {
      progress.readNBytes(1_500_000);
      progress.accept(1_234_500);
    }
    assertThat(lines)
        .singleElement()
        .asString()
        .matches("list batches: 1,234,500 items in [12] MB so far, [0-9.]+ MB/s");
  }

  @Test
  void saysNothingOfABodyThatIsReadInNoTime() throws IOException {
    var lines = new ArrayList<String>();
    var body = new ByteArrayInputStream(new byte[0]);
    try (var progress = new WatchedBody(body, "list batches", lines::add)) {
      progress.accept(1_000);
    }
    assertThat(lines).isEmpty();
  }
}
