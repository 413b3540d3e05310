package conformance.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is read of a list is the same, whether a scanner tried its items before or not. */
class JsonReaderScanTest {
  private static final IOException BROKEN = new IOException("connection reset");

  /** What was read: the values by index, the errors, the counts. */
  private record Items(List<JsonNode> values, List<JsonError> errors, List<Object> counts) {

    /** Reads each item that the scanner gives up, and all if there is none. */
    static Items of(InputStream text, TokenCount scanner) throws IOException {
      var items = new Items(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      try (var reader = new JsonReader(text, items.errors::add)) {
        try {
          while (reader.nextItem()) {
            var scanned = scanner != null && reader.scan(scanner);
            items.values.add(scanned ? null : reader.value());
          }
          reader.end();
        } catch (IOException e) {
          items.counts.add(e);
        } finally {
          items.counts.add(reader.objects());
          items.counts.add(reader.strings());
        }
      } catch (UnreadableException e) {
        items.counts.add("stopped");
      }
      return items;
    }

    Items without(Items scanned) {
      var values = new ArrayList<JsonNode>();
      for (var i = 0; i < this.values.size(); i++) {
        values.add(scanned.values.get(i) == null ? null : this.values.get(i));
      }
      return new Items(values, errors, counts);
    }
  }

  static Stream<String> flawed() {
    return Stream.of(
        "{\"x\":1,\"x\":{\"c\":2}}",
        "[0,{\"b\":{\"a\":1,\"a\":{}}}]",
        "{\"a/b~\":1,\"a/b~\":2}",
        "[1,NaN,2]",
        "[\n-Infinity]",
        "[1e400000,1e99999999999]",
        "\"M\u00fcnchen\"",
        "{\"M\u00fcnchen\":[\"\u00ff\", \"\u00fe\"], \"M\u00fcnchen\": 0}",
        "[1,]",
        "[1 2]",
        "[1}",
        "{\"a\":1,}",
        "{\"a\"\n 1}",
        "{a:1}",
        "['a']",
        "tru",
        "nullx",
        "01",
        "+1",
        "5.",
        "--1",
        "\"\\x\"",
        "\"\\u12\"",
        "\"a\nb\"",
        "\"a\0\"",
        "// comment\n1",
        "\u00c3\u00a4",
        "\"\u00c3\u00a4\u00e2\u0082\u00ac\" \u00e2\u0082\u00ac",
        "\"\\ud800x\"",
        "[".repeat(199),
        "1".repeat(JsonReader.MAX_NUMBER + 1),
        "\"fine\"");
  }

  @ParameterizedTest
  @MethodSource("flawed")
  void readsTheSameOfWhatAScannerGivesUp(String flawed) throws IOException {
    for (var padding :
        List.of("", "\n ", "\"\u00c3\u00a4\":7,\n \"\u00c3\u00a4\u00c3\u00a4\":8,")) {
      var list =
          "[{\"a\":\"x\"} ,{\"\u00c3\u00a4\":1},7,\r\n{\"o\":{},%s \"p\":[1,%s],\"q\":{\"p\":NaN,\"p\":1}},{\"z\":NaN}]"
              .formatted(padding, flawed);
      assertSame(list.getBytes(ISO_8859_1));
    }
  }

  private static void assertSame(byte[] list) throws IOException {
    for (var chunk : List.of(1, 7, list.length)) {
      var expected = Items.of(chunks(list, chunk, false), null);
      for (var tokens = 0; tokens < 16; tokens++) {
        var scanned = Items.of(chunks(list, chunk, false), new TokenCount(tokens));
        assertThat(scanned).as("%d tokens", tokens).isEqualTo(expected.without(scanned));
      }
    }
  }

  /** Tokens do not tell half a surrogate pair. */
  @Test
  void readsTheSameOfHalvesOfSurrogatePairs() throws IOException {
    var padding = "\"%s\":1,".formatted("x".repeat(30));
    for (var text : List.of("\\ud83d", "x\\uDE00", "\\ud83d\\ude00\\uDBFF.", "\\\\ud83d")) {
      assertSame("[{%s\"a\":\"%s\"},{\"b\":2}]".formatted(padding, text).getBytes(UTF_8));
      assertSame("[{\"a\":\"%s\",%s\"b\":2}]".formatted(text, padding).getBytes(UTF_8));
    }
  }

  @Test
  void readsTheSameOfAListThatEndsAnywhere() throws IOException {
    for (var list :
        List.of(
            "[{\"a\":1,\"a\":[\"\u00c3\u00a4\",tru\u00fce,-1.5e3]},\n {\"b\":{\"c\":null}}]x",
            "[{\"a\":\"\u00c3\u00a4\u00c3\u00a4\"},{\"a\":[\"\u00c3\u00a4\"]}]")) {
      for (var length = 1; length < list.length(); length++) {
        assertSame(list.substring(0, length).getBytes(ISO_8859_1));
      }
    }
  }

  @Test
  void readsTheSameOfAStreamThatBreaksOffAnywhere() throws IOException {
    var list = "[{\"a\":1,\"a\":[\"\u00c3\u00a4\",NaN,-1.5e3]},\n {\"b\":\"\u00fc\",\"c\":tru]";
    for (var length = 1; length < list.length(); length++) {
      // The reader looks at the first bytes at once.
      var bytes = (" ".repeat(200) + list.substring(0, length)).getBytes(ISO_8859_1);
      var expected = Items.of(chunks(bytes, 5, true), null);
      for (var tokens = 0; tokens < 9; tokens++) {
        var scanned = Items.of(chunks(bytes, 5, true), new TokenCount(tokens));
        assertThat(scanned).isEqualTo(expected.without(scanned));
      }
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** Longer than every buffer, with a few bytes changed. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsTheSameOfALongList(long seed) throws IOException {
    var random = new Random(seed);
    var items =
        IntStream.range(0, 400)
            .mapToObj(i -> item(random, seed))
            .reduce((one, other) -> one + (random.nextInt(9) == 0 ? ",\n" : ",") + other)
            .orElseThrow();
    var list = ("[" + items + "]").getBytes(UTF_8);
    for (var i = random.nextInt(4); i > 0; i--) {
      list[random.nextInt(list.length)] = (byte) random.nextInt(256);
    }
    var expected = Items.of(chunks(list, 3_000, false), null);
    for (var tokens : List.of(0, 3, 5, 20)) {
      var scanned = Items.of(chunks(list, 3_000, false), new TokenCount(tokens));
      assertThat(scanned).as("%d tokens", tokens).isEqualTo(expected.without(scanned));
    }
  }

  private static String item(Random random, long seed) {
    var rare = seed % 2 == 0 ? "x" : "\u00e4";
    var text = "x".repeat(random.nextInt(150)) + rare.repeat(random.nextInt(3));
    return switch (random.nextInt(50)) {
      case 0 -> "{\"a\":NaN}";
      case 1 -> "{\"a\":1,\"a\":\"%s\"}".formatted(text);
      case 2 -> "\"%s\"".formatted(text);
      default -> "{\"a\":\"%s\",\"b\":[%d]}".formatted(text, random.nextInt());
    };
  }

  @Test
  void readsTheSameOfAnItemThatIsTooLargeToBeRetained() throws IOException {
    var spaces = " ".repeat(RetainedBytes.MAX / 2);
    var list = "[{\"a\":%s1,%s\"a\":%sNaN},{\"b\":NaN}]".formatted(spaces, spaces, spaces);
    var expected = Items.of(chunks(list.getBytes(UTF_8), 9_000, false), null);
    var scanned = Items.of(chunks(list.getBytes(UTF_8), 9_000, false), new TokenCount(99));
    assertThat(scanned).isEqualTo(expected);
    assertThat(scanned.errors()).hasSize(3);
  }

  @Test
  void stopsAtTheSamePlaceOfAnItemOfTooManyValues() throws IOException {
    var list = "[{},{\"a\":[" + "1,".repeat(JsonReader.MAX_VALUES) + "1]}]";
    var expected = Items.of(chunks(list.getBytes(UTF_8), 9_000, false), null);
    var scanned = Items.of(chunks(list.getBytes(UTF_8), 9_000, false), new TokenCount(1));
    assertThat(scanned).isEqualTo(expected.without(scanned));
    assertThat(scanned.errors()).hasSize(1);
  }

  private static InputStream chunks(byte[] text, int length, boolean breaksOff) {
    var stream = new ByteArrayInputStream(text);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new UnsupportedOperationException("read in chunks");
      }

      @Override
      public int read(byte[] buffer, int start, int most) throws IOException {
        var count = stream.read(buffer, start, Math.min(length, most));
        if (count < 0 && breaksOff) {
          throw BROKEN;
        }
        return count;
      }
    };
  }
}
