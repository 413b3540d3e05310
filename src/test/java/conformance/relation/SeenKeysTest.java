package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenKeysTest {
  @Test
  void tellsWhereAKeyWasSeenFirst() {
    var keys = new SeenKeys();
    assertThat(keys.add("a", 0)).isEmpty();
    assertThat(keys.add("b", 1)).isEmpty();
    assertThat(keys.add("a", 2)).hasValue(0);
    assertThat(keys.add("a", 3)).hasValue(0);
    assertThat(keys.add("b", 4)).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "A", "a ", "\u00e4", "a\u0000", "\u0000a", "\u0000", "\u4e61", "aa"})
  void takesNoKeyForAnother(String other) {
    var keys = new SeenKeys();
    keys.add("a", 0);
    assertThat(keys.add(other, 1)).isEmpty();
    assertThat(keys.add(other, 2)).hasValue(1);
  }

  /** JSON can express unpaired surrogates, UTF-8 cannot: all would have one replacement. */
  @Test
  void tellsHalvesOfSurrogatePairsApart() {
    var keys = new SeenKeys();
    assertThat(keys.add("\ud800", 0)).isEmpty();
    assertThat(keys.add("\ud801", 1)).isEmpty();
    assertThat(keys.add("?", 2)).isEmpty();
    assertThat(keys.add("\ud800", 3)).hasValue(0);
  }

  @Test
  void findsEachOfManyKeysAgain() {
    var keys = new SeenKeys();
    for (var i = 0; i < 200_000; i++) {
      assertThat(keys.add("key " + i, i).isEmpty()).as("key %d is new", i).isTrue();
    }
    for (var i = 0; i < 200_000; i++) {
      assertThat(keys.add("key " + i, -2).orElse(-1)).as("key %d", i).isEqualTo(i);
    }
  }

  /** Surrounding zeros, one differing bit, blocks of any length in another order. */
  @Test
  void takesNoneOfManySimilarKeysForAnother() {
    var keys = new LinkedHashSet<String>();
    for (var length = 0; length < 40; length++) {
      for (var unit : List.of("\0", "a", "\u00ff", "\u0100", "\uffff", "\ud83d\ude00")) {
        var key = new StringBuilder(unit.repeat(length));
        keys.add(key.toString());
        for (var at = 0;
            at < key.length() && Character.getType(key.charAt(at)) != Character.SURROGATE;
            at++) {
          for (var bit = 0; bit < 8; bit++) {
            key.setCharAt(at, (char) (key.charAt(at) ^ 1 << bit));
            keys.add(key.toString());
            key.setCharAt(at, (char) (key.charAt(at) ^ 1 << bit));
          }
        }
      }
    }
    for (var i = 0; i < 5_000; i++) {
      keys.add("%07d%07d%07d".formatted(i % 17, i / 17 % 17, i / 289));
    }
    var seen = new SeenKeys();
    var index = 0;
    for (var key : keys) {
      assertThat(seen.add(key, index++)).as(key).isEmpty();
    }
    index = 0;
    for (var key : keys) {
      assertThat(seen.add(key, -1)).as(key).hasValue(index++);
    }
  }

  /** Recomputed: a slightly wrong hash still distinguishes nearly all keys. */
  @Test
  void multipliesModuloThePrime() {
    var prime = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
    var random = new Random(61);
    for (var i = 0; i < 10_000; i++) {
      var hash = (1L << 61) + 1 - (random.nextLong() >>> random.nextInt(3, 64));
      var variable = (1L << 61) - 1 - (random.nextLong() >>> random.nextInt(3, 64));
      var coefficient = random.nextLong() >>> random.nextInt(8, 64);
      var next = BigInteger.valueOf(SeenKeys.next(hash, variable, coefficient));
      var expected = BigInteger.valueOf(hash).multiply(BigInteger.valueOf(variable));
      assertThat(next.mod(prime))
          .isEqualTo(expected.add(BigInteger.valueOf(coefficient)).mod(prime));
      assertThat(next).isBetween(BigInteger.ZERO, prime.add(BigInteger.TWO));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answersAsAMapDoes(long seed) {
    var random = new Random(seed);
    var keys = new SeenKeys();
    var map = new HashMap<String, Integer>();
    for (var i = 0; i < 20_000; i++) {
      var key = Integer.toString(random.nextInt(15_000));
      var before = map.putIfAbsent(key, i);
      var seen = keys.add(key, i);
      assertThat(seen.isPresent() ? seen.getAsInt() : null).isEqualTo(before);
    }
  }
}
