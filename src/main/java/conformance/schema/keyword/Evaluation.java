package conformance.schema.keyword;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is counted, and known, while the values of one body are judged. Not thread-safe. */
public final class Evaluation {
  private final long[] counts;
  private final Optional<Instant> now;
  private List<Error> errors = List.of();

  /**
   * All counts are zero.
   *
   * @param counters how many there are
   * @param now when the response was generated, if known
   */
  public Evaluation(int counters, Optional<Instant> now) {
    this.counts = new long[counters];
    this.now = now;
  }

  /** The evaluation that networknt's context was begun with. */
  static Evaluation of(ExecutionContext context) {
    return context.getCollectorContext().get(Evaluation.class);
  }

  /** Begins with the next value, which has a context of its own. */
  void begin(ExecutionContext context) {
    context.getCollectorContext().put(Evaluation.class, this);
    errors = context.getErrors();
  }

  /**
   * Increments the counters, unless the schema need not be met: networknt collects the errors of
   * such schemas, as those of {@code not} and {@code if}, in a list apart.
   */
  void count(ExecutionContext context, int[] counters) {
    if (context.getErrors() == errors) {
      for (var counter : counters) {
        counts[counter]++;
      }
    }
  }

  /** Increments a counter in any case: property names are judged like schemas of {@code not}. */
  void count(int counter) {
    counts[counter]++;
  }

  /** When the response was generated, if known. */
  Optional<Instant> now() {
    return now;
  }

  /** The value of a counter. */
  public long counted(int counter) {
    return counts[counter];
  }
}
