package conformance.relation;

import java.security.SecureRandom;
import java.util.OptionalInt;

/**
 * The keys of the items seen so far, and where each was seen first.
 *
 * <p>A key is kept as a hash in an open-addressing table: 16 bytes a slot whatever its length. The
 * hash has 61 bits: a polynomial modulo a prime, its coefficients the chars of the key, three at a
 * time, and its variable drawn at random (J. L. Carter and M. N. Wegman, "Universal classes of hash
 * functions", 1979). So two different keys of n chars are taken for one with a chance of (n / 3 +
 * 1) / 2^61 at most, even if somebody chose them who does not know what was drawn: 3 in a million
 * for any two of a million keys of 36 chars. The 32 bits of Java's own hash beside it make that 1
 * in 10^15 for keys that nobody chose so.
 */
public final class SeenKeys {
  /** A Mersenne prime: what is left of a division by it takes no division. */
  private static final long PRIME = (1L << 61) - 1;

  private final long variable = new SecureRandom().nextLong(PRIME);

  /**
   * Of each slot the keyed hash, and beside it Java's own in front of the index, from 1 on: nothing
   * is 0 but an empty slot.
   */
  private long[] slots = new long[64];

  private int size;

  /** Notes {@code key} at {@code index}; where it was seen before, if it was. */
  public OptionalInt add(String key, int index) {
    var keyed = keyed(key);
    var own = (long) key.hashCode() << 32;
    var slot = slot(keyed, own);
    if (slots[slot + 1] != 0) {
      return index(slot);
    }
    slots[slot] = keyed;
    slots[slot + 1] = own | index + 1;
    size++;
    if (size * 8L > slots.length * 3L) {
      grow();
    }
    return OptionalInt.empty();
  }

  /** Where {@code key} was seen first, if it was. */
  public OptionalInt find(String key) {
    return index(slot(keyed(key), (long) key.hashCode() << 32));
  }

  private OptionalInt index(int slot) {
    return slots[slot + 1] == 0 ? OptionalInt.empty() : OptionalInt.of((int) slots[slot + 1] - 1);
  }

  private long keyed(String key) {
    // The length tells keys apart that differ in zeros only.
    var hash = (long) key.length();
    var three = 0L;
    for (var i = 0; i < key.length(); i++) {
      // Chars, for half a surrogate pair is no byte.
      three = three << 16 | key.charAt(i);
      if (i % 3 == 2 || i == key.length() - 1) {
        hash = next(hash, variable, three);
        three = 0;
      }
    }
    return hash;
  }

  /** The next value of Horner's scheme, modulo the prime or up to two above it. */
  static long next(long hash, long variable, long coefficient) {
    var low = hash * variable;
    var high = Math.multiplyHigh(hash, variable) << 3 | low >>> 61;
    var sum = (low & PRIME) + high + coefficient;
    return (sum & PRIME) + (sum >>> 61);
  }

  /** Where the key stands, or the empty slot for it. */
  private int slot(long keyed, long own) {
    // Keys that differ in one place only have hashes in equal distances, which may be short.
    var spread = keyed * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(slots.length) + 1;
    var slot = (int) spread & -2;
    while (slots[slot + 1] != 0 && (slots[slot] != keyed || (slots[slot + 1] ^ own) >>> 32 != 0)) {
      slot = slot + 2 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    var old = slots;
    slots = new long[2 * old.length];
    for (var i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        System.arraycopy(old, i, slots, slot(old[i], old[i + 1]), 2);
      }
    }
  }
}
