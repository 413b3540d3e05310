package conformance.schema.prover;

import java.util.Arrays;

/**
 * What is counted for items. Counters that always go together are a group, which is counted once.
 */
final class PendingCounts {
  private final int[][] groups;
  private final long[] counts;
  private int[] pending = new int[128];
  private int size;

  /** Counts groups of counters. */
  PendingCounts(int[][] groups) {
    this.groups = groups;
    this.counts = new long[groups.length];
  }

  /** Forgets the item so far. */
  void clear() {
    size = 0;
  }

  /** Remembers a group for the current item. */
  void add(int group) {
    if (size == pending.length) {
      pending = Arrays.copyOf(pending, 2 * size);
    }
    pending[size++] = group;
  }

  /** Counts what was remembered: the item is proven. */
  void commit() {
    for (var i = 0; i < size; i++) {
      counts[pending[i]]++;
    }
    size = 0;
  }

  /** How often a counter was counted. */
  long counted(int counter) {
    var sum = 0L;
    for (var i = 0; i < groups.length; i++) {
      for (var member : groups[i]) {
        sum += member == counter ? counts[i] : 0;
      }
    }
    return sum;
  }
}
