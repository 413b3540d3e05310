package conformance.relation;

import java.security.SecureRandom;
import java.util.OptionalInt;

/**
 * The keys seen so far, with the index of the first item of each.
 *
 * <p>An open-addressing table holds hashes only: 16 bytes a slot, whatever the length of the key.
 * The hash has 61 bits: a polynomial modulo a prime, with the chars of the key as coefficients,
 * three at a time, evaluated at a random point (J. L. Carter and M. N. Wegman, "Universal classes
 * of hash functions", 1979). So two different keys of n chars collide with a probability of at most
 * (n / 3 + 1) / 2^61, even if chosen by an adversary who does not know the point: 3 in a million
 * for any two of a million keys of 36 chars. Java's own 32-bit hash beside it makes that 1 in 10^15
 * for keys that are not chosen to collide.
 */
public final class SeenKeys {
  /** A Mersenne prime: the remainder needs no division. */
  private static final long PRIME = (1L << 61) - 1;

  private final long variable = new SecureRandom().nextLong(PRIME);

  /**
   * Two longs for each slot: the universal hash; Java's hash and the index from 1. The second is 0
   * only for an empty slot.
   */
  private long[] slots = new long[64];

  private int size;

  /** Adds {@code key} at {@code index}, or returns the index at which it was seen before. */
  public OptionalInt add(String key, int index) {
    var universalHash = universalHash(key);
    var javaHash = (long) key.hashCode() << 32;
    var slot = slot(universalHash, javaHash);
    if (slots[slot + 1] != 0) {
      return index(slot);
    }
    slots[slot] = universalHash;
    slots[slot + 1] = javaHash | index + 1;
    size++;
    if (size * 8L > slots.length * 3L) {
      grow();
    }
    return OptionalInt.empty();
  }

  /** The index at which {@code key} was seen first, if it was. */
  public OptionalInt find(String key) {
    return index(slot(universalHash(key), (long) key.hashCode() << 32));
  }

  private OptionalInt index(int slot) {
    return slots[slot + 1] == 0 ? OptionalInt.empty() : OptionalInt.of((int) slots[slot + 1] - 1);
  }

  private long universalHash(String key) {
    // The length distinguishes keys that differ in zeros only.
    var hash = (long) key.length();
    var i = 0;
    // Chars, not bytes: an unpaired surrogate has no UTF-8 encoding.
    for (; i + 3 <= key.length(); i += 3) {
      var three = (long) key.charAt(i) << 32 | (long) key.charAt(i + 1) << 16 | key.charAt(i + 2);
      hash = next(hash, variable, three);
    }
    if (i < key.length()) {
      var rest =
          i + 1 < key.length() ? (long) key.charAt(i) << 16 | key.charAt(i + 1) : key.charAt(i);
      hash = next(hash, variable, rest);
    }
    return hash;
  }

  /** A step of Horner's scheme; the result is reduced modulo the prime or up to two above it. */
  static long next(long hash, long variable, long coefficient) {
    var low = hash * variable;
    var high = Math.multiplyHigh(hash, variable) << 3 | low >>> 61;
    var sum = (low & PRIME) + high + coefficient;
    return (sum & PRIME) + (sum >>> 61);
  }

  /** The slot of the key, or the empty slot for it. */
  private int slot(long universalHash, long javaHash) {
    // Hashes of keys that differ in one char are evenly spaced, perhaps closely: spread them.
    var spread =
        universalHash * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(slots.length) + 1;
    var slot = (int) spread & -2;
    while (slots[slot + 1] != 0
        && (slots[slot] != universalHash || (slots[slot + 1] ^ javaHash) >>> 32 != 0)) {
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
