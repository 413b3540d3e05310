package conformance.report;

import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Subjects;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The lines that the console shows while a run is going on: what became of each interaction, and
 * every few seconds how far many of them, or a long body, have come.
 *
 * @param lines is told each line
 * @param every the time between two lines on what is going on
 * @param clock the time in nanoseconds since whenever
 */
public record Progress(Consumer<String> lines, Duration every, LongSupplier clock) {

  public Progress(Consumer<String> lines) {
    this(lines, Duration.ofSeconds(5), System::nanoTime);
  }

  public void line(String line) {
    lines.accept(line);
  }

  /** Tells what became of reading from one agent, or whatever else the parameters name. */
  public void reads(List<InteractionResult> results) {
    var first = results.get(0);
    var became =
        results.stream()
            .flatMap(result -> result.environment().stream())
            .findFirst()
            .map(fault -> "not judged, " + fault.reason())
            .orElseGet(
                () -> "%s; %s".formatted(Messages.count(first.items(), "item"), totals(results)));
    line("%s: %s%s".formatted(first.interaction(), became, exchanges(results)));
  }

  /** Tells what became of the probes of an operation. */
  public void probes(Operation operation, List<InteractionResult> results) {
    line("%s, probes: %s%s".formatted(operation.name(), totals(results), exchanges(results)));
  }

  private static Totals totals(List<InteractionResult> results) {
    return Totals.of(results.stream().flatMap(result -> result.findings().stream()));
  }

  private static String exchanges(List<InteractionResult> results) {
    var exchanges =
        results.stream().flatMap(result -> result.exchange().stream()).distinct().toList();
    var took = exchanges.stream().map(Exchange::took).reduce(Duration.ZERO, Duration::plus);
    return " (%s in %,d ms)"
        .formatted(Messages.count(exchanges.size(), "request"), took.toMillis());
  }

  /** Watches how many of {@code all} combinations of parameters have been judged. */
  public Many many(Operation operation, int all) {
    return new Many(operation, all);
  }

  /** Watches how far the body of an interaction has been read. */
  public Body body(InputStream body, Interaction interaction) {
    return new Body(body, interaction.toString());
  }

  /** Whether it is time for the next line. */
  private final class Interval {
    private final long began = clock.getAsLong();
    private long told = began;

    boolean passed() {
      var now = clock.getAsLong();
      var due = now - told >= every.toNanos();
      told = due ? now : told;
      return due;
    }

    double seconds() {
      return Math.max(1, clock.getAsLong() - began) / 1e9;
    }
  }

  /** Counts those that have been judged. For several threads. */
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

    /** Takes note of what became of one of them. */
    @Override
    public synchronized void accept(List<InteractionResult> results) {
      done++;
      unjudged += results.stream().anyMatch(it -> it.environment().isPresent()) ? 1 : 0;
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
                  Subjects.parameters(results.get(0).interaction()),
                  rate,
                  done < all ? ", %,.0f s left".formatted((all - done) / rate) : "",
                  unjudged > 0 ? "; %,d not judged".formatted(unjudged) : ""));
    }
  }

  /** A body that is watched while it is read, and told the number of items after each. */
  public final class Body extends FilterInputStream implements LongConsumer {
    /** To look at the clock at each item would be felt. */
    private static final int LOOK = 100;

    private final String name;
    private final Interval interval = new Interval();
    private long bytes;

    private Body(InputStream body, String name) {
      super(body);
      this.name = name;
    }

    /** Takes note that so many items have been read. */
    @Override
    public void accept(long items) {
      if (items % LOOK == 0 && interval.passed()) {
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
