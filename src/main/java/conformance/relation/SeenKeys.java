package conformance.relation;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The keys of the items seen so far, and where each was seen first.
 *
 * <p>A key is kept as two hashes of 61 bits in an open-addressing table: 20 bytes a slot whatever
 * its length. Each is a polynomial modulo a prime, its coefficients the chars of the key, three at
 * a time, and its variable drawn at random (J. L. Carter and M. N. Wegman, "Universal classes of
 * hash functions", 1979). So who does not know what was drawn can make two keys of n chars that are
 * taken for one with a chance of ((n / 3 + 1) / 2^61)^2 at most.
 */
public final class SeenKeys {
  /** Many small tables grow one at a time, so that none is ever held twice as a whole. */
  private static final int TABLES = 64;

  /** A Mersenne prime: what is left of a division by it takes no division. */
  private static final long PRIME = (1L << 61) - 1;

  private final long one;
  private final long other;
  private final Table[] tables = Stream.generate(Table::new).limit(TABLES).toArray(Table[]::new);

  /** Draws what the hashes of this table depend on. */
  public SeenKeys() {
    var random = new SecureRandom();
    one = random.nextLong(PRIME);
    other = random.nextLong(PRIME);
  }

  /** Notes {@code key} at {@code index}; where it was seen before, if it was. */
  public OptionalInt add(String key, int index) {
    var hash = hash(key);
    return table(hash).add(hash, index);
  }

  /** Where {@code key} was seen first, if it was. */
  OptionalInt find(String key) {
    var hash = hash(key);
    return table(hash).find(hash);
  }

  private Table table(Hash hash) {
    return tables[(int) hash.first & (TABLES - 1)];
  }

  private record Hash(long first, long second) {}

  private Hash hash(String key) {
    // The length tells keys apart that differ in zeros only.
    var first = (long) key.length();
    var second = first;
    for (var at = 0; at < key.length(); at += 3) {
      var three = three(key, at);
      first = next(first, one, three);
      second = next(second, other, three);
    }
    return new Hash(first, second);
  }

  /** The next three chars, or as many as there are: chars, for half a surrogate pair is no byte. */
  private static long three(String key, int start) {
    var left = key.length() - start;
    return (long) key.charAt(start) << 32
        | (left > 1 ? (long) key.charAt(start + 1) << 16 : 0)
        | (left > 2 ? key.charAt(start + 2) : 0);
  }

  /** The next value of Horner's scheme, modulo the prime or up to two above it. */
  static long next(long hash, long variable, long coefficient) {
    var low = hash * variable;
    var high = Math.multiplyHigh(hash, variable) << 3 | low >>> 61;
    var sum = (low & PRIME) + high + coefficient;
    return (sum & PRIME) + (sum >>> 61);
  }

  private static final class Table {
    private static final int EMPTY = -1;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int[] indices = filled(16);
    private int size;

    OptionalInt add(Hash hash, int index) {
      if (size * 10L >= indices.length * 7L) {
        grow();
      }
      var slot = slot(hash.first, hash.second);
      if (indices[slot] != EMPTY) {
        return OptionalInt.of(indices[slot]);
      }
      put(slot, hash.first, hash.second, index);
      size++;
      return OptionalInt.empty();
    }

    OptionalInt find(Hash hash) {
      var index = indices[slot(hash.first, hash.second)];
      return index == EMPTY ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private int slot(long first, long second) {
      // Keys that differ in one place only have hashes in equal distances, which may be short.
      var spread = (first ^ second) * 0x9E3779B97F4A7C15L;
      var slot = (int) ((spread >>> 32) * indices.length >>> 32);
      while (indices[slot] != EMPTY && (high[slot] != first || low[slot] != second)) {
        slot = slot + 1 == indices.length ? 0 : slot + 1;
      }
      return slot;
    }

    private void put(int slot, long first, long second, int index) {
      high[slot] = first;
      low[slot] = second;
      indices[slot] = index;
    }

    private void grow() {
      var oldHigh = high;
      var oldLow = low;
      var oldIndices = indices;
      high = new long[oldIndices.length * 3 / 2];
      low = new long[oldIndices.length * 3 / 2];
      indices = filled(oldIndices.length * 3 / 2);
      for (var i = 0; i < oldIndices.length; i++) {
        if (oldIndices[i] != EMPTY) {
          put(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldIndices[i]);
        }
      }
    }

    private static int[] filled(int length) {
      var indices = new int[length];
      Arrays.fill(indices, EMPTY);
      return indices;
    }
  }
}
