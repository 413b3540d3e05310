package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeadlineStreamTest {
  private final ByteArrayInputStream body = new ByteArrayInputStream(new byte[] {1, 2, 3});

  @Test
  void endsAsTheBodyDoes() throws IOException {
    var stream = new DeadlineStream(body, () -> false);
    assertThat(stream.read()).isEqualTo(1);
    assertThat(stream.readAllBytes()).containsExactly(2, 3);
  }

  @Test
  void takesNothingButTheEndForLate() throws IOException {
    var stream = new DeadlineStream(new ByteArrayInputStream(new byte[1]), () -> true);
    assertThat(stream.read()).isZero();
  }

  @Test
  void takesTheEndAfterTheDeadlineForNone() throws IOException {
    var stream = new DeadlineStream(body, () -> true);
    assertThat(stream.read(new byte[3])).isEqualTo(3);
    assertThatThrownBy(stream::read).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> stream.read(new byte[1], 0, 1))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void staysEndedOnceItHasEndedInTime() throws IOException {
    var late = new AtomicBoolean();
    var stream = new DeadlineStream(body, late::get);
    assertThat(stream.readAllBytes()).hasSize(3);
    late.set(true);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(-1);
  }

  @Test
  void goesOnFailing() {
    var failures = new ArrayList<>(List.of(new IOException("reset")));
    var in =
        new InputStream() {
          @Override
          public int read() throws IOException {
            if (failures.isEmpty()) {
              return -1;
            }
            throw failures.remove(0);
          }
        };
    var stream = new DeadlineStream(in, () -> false);
    assertThatThrownBy(stream::read).hasMessage("reset");
    assertThatThrownBy(stream::read).hasMessage("reset");
    assertThatThrownBy(() -> stream.read(new byte[2])).hasMessage("reset");
  }
}
