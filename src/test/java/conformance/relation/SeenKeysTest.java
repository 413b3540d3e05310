package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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
  @ValueSource(strings = {"", " ", "A", "a ", "\u00e4", "a\u0000"})
  void takesNoKeyForAnother(String other) {
    var keys = new SeenKeys();
    keys.add("a", 0);
    assertThat(keys.add(other, 1)).isEmpty();
    assertThat(keys.add(other, 2)).hasValue(1);
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
