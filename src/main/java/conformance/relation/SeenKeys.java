package conformance.relation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The keys of the items seen so far, and where each was seen first.
 *
 * <p>A key is kept as 128 bits of its SHA-256 in an open-addressing table: 20 bytes a slot whatever
 * its length, and nobody can make two keys that are taken for one.
 */
public final class SeenKeys {
  /** Many small tables grow one at a time, so that none is ever held twice as a whole. */
  private static final int TABLES = 64;

  private final MessageDigest digest = sha256();
  private final Table[] tables = Stream.generate(Table::new).limit(TABLES).toArray(Table[]::new);

  /** Notes {@code key} at {@code index}; where it was seen before, if it was. */
  public OptionalInt add(String key, int index) {
    var hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    var first = hash.getLong();
    return tables[(int) first & (TABLES - 1)].add(first, hash.getLong(), index);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Table {
    private static final int EMPTY = -1;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int[] indices = filled(16);
    private int size;

    OptionalInt add(long first, long second, int index) {
      if (size * 10L >= indices.length * 7L) {
        grow();
      }
      var slot = slot(first, second);
      if (indices[slot] != EMPTY) {
        return OptionalInt.of(indices[slot]);
      }
      put(slot, first, second, index);
      size++;
      return OptionalInt.empty();
    }

    private int slot(long first, long second) {
      var slot = (int) ((first >>> 32) * indices.length >>> 32);
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
