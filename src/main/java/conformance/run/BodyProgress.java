package conformance.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** A body that tells, every few seconds, how far it has been read. */
final class BodyProgress extends FilterInputStream implements LongConsumer {
  /** To look at the clock at each item would be felt. */
  private static final int LOOK = 100;

  private final String name;
  private final Consumer<String> lines;
  private final long every;
  private final LongSupplier clock;
  private final long began;
  private long told;
  private long bytes;

  /**
   * Begins to read {@code body}.
   *
   * @param name what is read
   * @param lines is told a line every few seconds
   */
  BodyProgress(InputStream body, String name, Consumer<String> lines) {
    this(body, name, lines, Duration.ofSeconds(5), System::nanoTime);
  }

  /**
   * Begins to read {@code body}.
   *
   * @param clock the time in nanoseconds since whenever
   */
  BodyProgress(
      InputStream body, String name, Consumer<String> lines, Duration every, LongSupplier clock) {
    super(body);
    this.name = name;
    this.lines = lines;
    this.every = every.toNanos();
    this.clock = clock;
    this.began = clock.getAsLong();
    this.told = began;
  }

  /** Takes note that so many items have been read. */
  @Override
  public void accept(long items) {
    if (items % LOOK != 0) {
      return;
    }
    var now = clock.getAsLong();
    if (now - told >= every) {
      told = now;
      lines.accept(
          "%s: %,d items in %,.0f MB so far, %.1f MB/s"
              .formatted(name, items, bytes / 1e6, bytes * 1e3 / (now - began)));
    }
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    bytes += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    var count = super.read(buffer, start, length);
    bytes += Math.max(0, count);
    return count;
  }
}
