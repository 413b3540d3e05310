package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** It remembers as a map does, however many keys there are. */
class SeenKeysTest {

  @Test
  void tellsWhereEachKeyWasSeenFirst() {
    var random = new Random(11);
    var seen = new SeenKeys();
    var expected = new HashMap<String, Integer>();
    for (var i = 0; i < 200_000; i++) {
      var key = Integer.toHexString(random.nextInt(150_000));
      var first = expected.putIfAbsent(key, i);
      var told = seen.add(key, i);
      if (first == null) {
        assertThat(told.isPresent()).as("%s is new at %d", key, i).isFalse();
      } else {
        assertThat(told).hasValue(first);
      }
    }
  }
}
