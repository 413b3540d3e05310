package conformance.report;

import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Parameters;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The console output during a run: the result of each interaction, and every few seconds the
 * progress of many agents or of a long body.
 *
 * @param lines receives each line
 * @param every the time between two progress lines
 * @param clock the time in nanoseconds, from an arbitrary origin
 */
public record Progress(Consumer<String> lines, Duration every, LongSupplier clock) {

  public Progress(Consumer<String> lines) {
    this(lines, Duration.ofSeconds(5), System::nanoTime);
  }

  public void line(String line) {
    lines.accept(line);
  }

  /** Prints the result of the reads for one combination of parameters, such as one agent. */
  public void reads(List<InteractionResult> results) {
    var first = results.get(0);
    var outcome =
        results.stream()
            .flatMap(result -> result.environment().stream())
            .findFirst()
            .map(fault -> "not judged, %s; %s".formatted(fault.reason(), totals(results)))
            .orElseGet(
                () -> "%s; %s".formatted(Messages.count(first.items(), "item"), totals(results)));
    var exchanges = exchanges(results);
    line(
        "%s: %s (%s in %,d ms)"
            .formatted(
                first.interaction(),
                outcome,
                Messages.count(exchanges.size(), "request"),
                took(exchanges).toMillis()));
  }

  /**
   * Prints the result of the probes of an operation.
   *
   * @param requests how many were sent, with the ordinary ones in between
   */
  public void probes(Operation operation, List<InteractionResult> results, int requests) {
    line(
        "%s, probes: %s (%s in %,d ms)"
            .formatted(
                operation.name(),
                totals(results),
                Messages.count(requests, "request"),
                took(exchanges(results)).toMillis()));
  }

  private static Totals totals(List<InteractionResult> results) {
    return Totals.of(results.stream().flatMap(result -> result.findings().stream()));
  }

  private static List<Exchange> exchanges(List<InteractionResult> results) {
    return results.stream().flatMap(result -> result.exchange().stream()).distinct().toList();
  }

  private static Duration took(List<Exchange> exchanges) {
    return exchanges.stream().map(Exchange::took).reduce(Duration.ZERO, Duration::plus);
  }

  /** Tracks how many of {@code all} combinations of parameters have been judged. */
  public Many many(Operation operation, int all) {
    return new Many(operation, all);
  }

  /** Tracks how much of a body has been read. */
  public Body body(InputStream body, Interaction interaction) {
    return new Body(body, interaction.toString());
  }

  /** Decides when the next progress line is due. */
  private final class Interval {
    private final long began = clock.getAsLong();
    private long last = began;

    boolean passed() {
      var now = clock.getAsLong();
      var due = now - last >= every.toNanos();
      last = due ? now : last;
      return due;
    }

    double seconds() {
      return Math.max(1, clock.getAsLong() - began) / 1e9;
    }
  }

  /** Counts the combinations that have been judged. Thread-safe. */
  public final class Many implements Consumer<List<InteractionResult>> {
    private final Operation operation;
    private final int all;
    private final Interval interval = new Interval();
    private int done;
    private int unjudged;

    private Many(Operation operation, int all) {
      this.operation = operation;
      this.all = all;
    }

    /** Adds the results of one combination. */
    @Override
    public synchronized void accept(List<InteractionResult> results) {
      done++;
      unjudged += results.stream().anyMatch(result -> result.environment().isPresent()) ? 1 : 0;
      if (!interval.passed() && done < all) {
        return;
      }
      var rate = done / interval.seconds();
      line(
          "%s: %,d of %,d values of %s, %.1f a second%s%s"
              .formatted(
                  operation.name(),
                  done,
                  all,
                  Parameters.parameters(results.get(0).interaction()),
                  rate,
                  done < all ? ", %,.0f s left".formatted((all - done) / rate) : "",
                  unjudged > 0 ? "; %,d not judged".formatted(unjudged) : ""));
    }
  }

  /** Counts the bytes of a body; its reader reports the number of items after each. */
  public final class Body extends FilterInputStream implements LongConsumer {
    /** The clock is read after so many items only, since reading it takes time. */
    private static final int CHECK_EVERY = 100;

    private final String name;
    private final Interval interval = new Interval();
    private long bytes;

    private Body(InputStream body, String name) {
      super(body);
      this.name = name;
    }

    /** Sets the number of items read so far. */
    @Override
    public void accept(long items) {
      if (items % CHECK_EVERY == 0 && interval.passed()) {
        line(
            "%s: %,d items in %,.0f MB so far, %.1f MB/s"
                .formatted(name, items, bytes / 1e6, bytes / 1e6 / interval.seconds()));
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
}
