package conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares the reader with Jackson's, on random documents. */
class JsonReaderRandomTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static LongStream seeds() {
    return LongStream.range(20_261_100, 20_261_400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsWhatJacksonReads(long seed) throws IOException {
    var random = new Random(seed);
    var json =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .configure(SerializationFeature.INDENT_OUTPUT, random.nextBoolean())
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, random.nextBoolean())
            .build();
    var text = json.writeValueAsBytes(node(random, 6));
    var reading = Reading.of(text);
    assertThat(reading.jsonErrors()).as("flaws with seed %d", seed).isEmpty();
    assertThat(reading.value()).as("value with seed %d", seed).contains(json.readTree(text));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void toleratesAnyBytes(long seed) throws IOException {
    var random = new Random(seed);
    var text = new JsonMapper().writeValueAsBytes(node(random, 4));
    for (var i = random.nextInt(4); i >= 0; i--) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    var reading = Reading.of(new ByteArrayInputStream(text));
    assertThat(reading.value().isPresent() || !reading.jsonErrors().isEmpty())
        .as("a value, or a flaw that says why there is none, with seed %d", seed)
        .isTrue();
    assertThat(reading.jsonErrors())
        .as("flaws with seed %d", seed)
        .allSatisfy(
            jsonError ->
                assertThat(jsonError.reason()).isNotBlank().doesNotContainPattern("[\\p{C}\n]"));
  }

  private static JsonNode node(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextLong() >> random.nextInt(64));
      case 3 -> NODES.numberNode(new BigInteger(random.nextInt(300), random).negate());
      case 4 -> NODES.numberNode(decimal(random));
      case 5, 6 -> NODES.stringNode(text(random, 200));
      case 7 -> array(random, depth - 1);
      default -> object(random, depth - 1);
    };
  }

  private static BigDecimal decimal(Random random) {
    return new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(600) - 300);
  }

  private static JsonNode array(Random random, int depth) {
    var array = NODES.arrayNode();
    for (var i = random.nextInt(20); i > 0; i--) {
      array.add(node(random, depth));
    }
    return array;
  }

  private static JsonNode object(Random random, int depth) {
    var object = NODES.objectNode();
    for (var i = random.nextInt(8); i > 0; i--) {
      object.set(text(random, 12), node(random, depth));
    }
    return object;
  }

  /** Any encodable characters: a third of them ASCII, including control characters. */
  private static String text(Random random, int length) {
    return random
        .ints(random.nextInt(length), 0, Character.MAX_CODE_POINT + 1)
        .map(it -> it % 3 == 0 ? it % 128 : it)
        .filter(it -> Character.getType(it) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
