package conformance.schema.prover;

import java.util.Arrays;

/** What is counted for an item, to be added to the body's counters when the item is proven. */
final class PendingCounts {
  private final long[] counts;
  private int[][] pending = new int[128][];
  private int size;

  PendingCounts(long[] counts) {
    this.counts = counts;
  }

  void clear() {
    size = 0;
  }

  /** Remembers counters to increment. */
  void add(int[] counters) {
    if (size == pending.length) {
      pending = Arrays.copyOf(pending, 2 * size);
    }
    pending[size++] = counters;
  }

  /** Increments them. */
  void commit() {
    for (var i = 0; i < size; i++) {
      for (var counter : pending[i]) {
        counts[counter]++;
      }
    }
    size = 0;
  }
}
