package conformance.report;

import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Subjects;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells how far many have been judged: a line every few seconds, and one for the last of them. To
 * be told by several threads.
 */
public final class ReadProgress implements Consumer<List<InteractionResult>> {
  private final Operation operation;
  private final int all;
  private final Consumer<String> lines;
  private final long every;
  private final long began = System.nanoTime();
  private long told = began;
  private int done;
  private int unjudged;

  /**
   * Begins to count.
   *
   * @param all how many there are to be judged
   * @param lines is told each line
   */
  public ReadProgress(Operation operation, int all, Consumer<String> lines) {
    this(operation, all, lines, Duration.ofSeconds(5));
  }

  ReadProgress(Operation operation, int all, Consumer<String> lines, Duration every) {
    this.operation = operation;
    this.all = all;
    this.lines = lines;
    this.every = every.toNanos();
  }

  /** Takes note of what became of one of them. */
  @Override
  public synchronized void accept(List<InteractionResult> chapters) {
    done++;
    unjudged += chapters.stream().anyMatch(it -> it.environment().isPresent()) ? 1 : 0;
    var now = System.nanoTime();
    if (now - told < every && done < all) {
      return;
    }
    told = now;
    var rate = done * 1e9 / Math.max(1, now - began);
    lines.accept(
        "%s: %,d of %,d values of %s, %.1f a second%s%s"
            .formatted(
                operation.name(),
                done,
                all,
                Subjects.parameters(chapters.get(0).interaction()),
                rate,
                done < all ? ", %,.0f s left".formatted((all - done) / rate) : "",
                unjudged > 0 ? "; %,d not judged".formatted(unjudged) : ""));
  }
}
