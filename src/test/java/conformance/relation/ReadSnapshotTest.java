package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadSnapshotTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final ReadSnapshot read = new ReadSnapshot(Instant.EPOCH, Set.of("opened", "size"));

  @Test
  void remembersThePropertiesThatAreCompared() {
    read.remember("a", 7, JSON.readTree("{\"name\": \"x\", \"size\": 1}")::path);
    var item = read.take("a").orElseThrow();
    assertThat(item.key()).isEqualTo("a");
    assertThat(item.index()).isEqualTo(7);
    assertThat(item.values()).hasSize(2);
    assertThat(read.value(item, "size").asInt()).isEqualTo(1);
    assertThat(read.value(item, "opened").isMissingNode()).isTrue();
    assertThat(read.at()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void knowsWhetherTheReadCameToItsEnd() {
    assertThat(read.isComplete()).isFalse();
    read.complete();
    assertThat(read.isComplete()).isTrue();
  }

  @Test
  void givesValuesBackAsTheyWere() {
    var values =
        new String[] {
          "\"\"",
          "\"2024-01-23T05:14:37.123Z\"",
          "\"\\u0000 \u00e4 \\ud83d\ude00 \\ud800\"",
          "\"" + "\u00ff".repeat(70_000) + "\"",
          "\"" + "\u4e00".repeat(70_000) + "\"",
          "0",
          "-1",
          "9223372036854775807",
          "9223372036854775808",
          "1.5",
          "null",
          "true",
          "[1, {\"a\": []}]"
        };
    for (var i = 0; i < values.length; i++) {
      read.remember("key " + i, i, JSON.readTree("{\"size\": %s}".formatted(values[i]))::path);
    }
    for (var i = 0; i < values.length; i++) {
      var item = read.take("key " + i).orElseThrow();
      assertThat(item.index()).isEqualTo(i);
      assertThat(read.value(item, "size").toString())
          .isEqualTo(JSON.readTree(values[i]).toString());
    }
  }

  @Test
  void givesKeysBackAsTheyWere() {
    var keys =
        List.of("", "a", "\u0000", "\u00e4", "?", "\ud800", "\ud83d\ude00", "x".repeat(70_000));
    keys.forEach(key -> read.remember(key, 0, JSON.readTree("{}")::path));
    assertThat(read.left()).extracting(ReadSnapshot.Item::key).containsExactlyElementsOf(keys);
    assertThat(keys)
        .allSatisfy(key -> assertThat(read.take(key).orElseThrow().key()).isEqualTo(key));
    assertThat(read.left()).isEmpty();
  }

  @Test
  void givesAnItemOnce() {
    read.remember("a", 0, JSON.readTree("{}")::path);
    assertThat(read.take("b")).isEmpty();
    assertThat(read.take("a")).isPresent();
    assertThat(read.take("a")).isEmpty();
  }

  @Test
  void remembersTheFirstOfSeveralItemsWithOneKey() {
    read.remember("a", 0, JSON.readTree("{\"size\": 1}")::path);
    read.remember("a", 1, JSON.readTree("{\"size\": 2}")::path);
    assertThat(read.left()).extracting(ReadSnapshot.Item::index).containsExactly(0L);
  }

  @Test
  void tellsWhatNobodyHasTaken() {
    read.remember("a", 0, JSON.readTree("{}")::path);
    read.remember("b", 1, JSON.readTree("{}")::path);
    read.remember("c", 2, JSON.readTree("{}")::path);
    read.take("b");
    assertThat(read.left()).extracting(ReadSnapshot.Item::key).containsExactly("a", "c");
  }

  @Test
  void remembersNoMoreCharactersThanItMay() {
    var half = "x".repeat(ReadSnapshot.CHARACTERS / 2);
    read.remember(half, 0, JSON.readTree("{}")::path);
    read.remember(half + "y", 1, JSON.readTree("{}")::path);
    read.remember("z", 2, JSON.readTree("{}")::path);
    assertThat(read.left()).extracting(ReadSnapshot.Item::index).containsExactly(0L, 2L);
  }

  static Stream<JsonNode> halfOfWhatItMayRemember() {
    var text = "x".repeat(ReadSnapshot.CHARACTERS / 2);
    var integers = JSON.createArrayNode();
    for (var i = 0; i < ReadSnapshot.CHARACTERS / 2 / Long.BYTES; i++) {
      integers.add(7);
    }
    return Stream.of(
        integers,
        JSON.createArrayNode().add(JSON.createArrayNode().add(text)),
        JSON.createObjectNode().set("a", JSON.createObjectNode().put("b", text)),
        JSON.createObjectNode().put(text, 1));
  }

  @ParameterizedTest
  @MethodSource("halfOfWhatItMayRemember")
  void countsTheCharactersWithinAValue(JsonNode half) {
    read.remember("a", 0, JSON.createObjectNode().set("size", half)::path);
    read.remember("b", 1, JSON.createObjectNode().set("size", half)::path);
    read.remember("c", 2, JSON.createObjectNode()::path);
    assertThat(read.left()).extracting(ReadSnapshot.Item::key).containsExactly("a", "c");
  }

  @Test
  void countsTheDigitsOfANumber() {
    var number = JSON.createObjectNode().put("size", BigInteger.TEN.pow(9_999));
    for (var i = 0; i < 1_001; i++) {
      read.remember("key " + i, i, number::path);
    }
    assertThat(read.left()).hasSize(999);
  }

  @Test
  void countsOnlyWhatItRemembers() {
    var name = "x".repeat(ReadSnapshot.CHARACTERS / 2);
    read.remember(name, 0, JSON.readTree("{}")::path);
    read.remember(name, 1, JSON.readTree("{}")::path);
    read.remember("b", 2, JSON.createObjectNode().put("opened", name.substring(1))::path);
    assertThat(read.left()).extracting(ReadSnapshot.Item::index).containsExactly(0L, 2L);
  }

  @Test
  void remembersNoMoreThanItMay() {
    var item = JSON.readTree("{}");
    for (var i = 0; i <= ReadSnapshot.KEPT; i++) {
      read.remember("key " + i, i, item::path);
    }
    assertThat(read.left()).hasSize(ReadSnapshot.KEPT);
    assertThat(read.take("key " + (ReadSnapshot.KEPT - 1))).isPresent();
    assertThat(read.take("key " + ReadSnapshot.KEPT)).isEmpty();
  }
}
