package conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PositionsTest {
  private static final String[] UNITS = {
    "a", "\u00e4", "\u4e00", "\ud83d\ude00", "\",\"", "\",\n\"", "\",\r\"", "\",\r\n\""
  };

  /** The error is right after the text. */
  @ParameterizedTest
  @CsvSource({
    "'[\"a\"', ?, 5",
    "'[\"\u00e4\"', ?, 5",
    "'[\"\u4e00\"', ?, 5",
    "'[\"\ud83d\ude00\"', ?, 5",
    "'[\"a\"', \u00e4, 5",
    "'[\"a\"', \u4e00, 5",
    "'[\"a\"', \ud83d\ude00, 5",
    "'[\"\u00e4\", ', NaN, 7",
    "'[\"\u00e4\"] ', 1234, 7",
    "'[\"\u00e4', '', 4"
  })
  void countsCharacters(String before, String wrong, int column) throws IOException {
    assertThat(place(before + wrong)).isEqualTo("line 1, column " + column);
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countsTheCharactersOfTheLastLineOfALongText(long seed) throws IOException {
    var random = new Random(seed);
    var text = new StringBuilder("[\"");
    for (var length = random.nextInt(100_000); length > 0; length--) {
      var rare = random.nextInt(1 << 2 * (int) (seed % 10)) == 0;
      text.append(rare ? UNITS[random.nextInt(UNITS.length)] : "x");
    }
    var lines = text.append("\"").toString().split("\r\n|\r|\n", -1);
    var last = lines[lines.length - 1];
    assertThat(place(text + "?"))
        .isEqualTo(
            "line %d, column %d"
                .formatted(lines.length, last.codePointCount(0, last.length()) + 1));
  }

  @Test
  void countsUpToATokenThatBeganInAnEarlierPartOfTheText() throws IOException {
    for (var digits = 1; digits < 9_000; digits += 500) {
      assertThat(place("[\"\u00e4\"]  " + "1".repeat(digits))).isEqualTo("line 1, column 8");
    }
  }

  /** Wherever the parser's buffer ends, even within the character. */
  @ParameterizedTest
  @CsvSource({"'['", "'[1'", "'{'", "'{\"a\"'", "'[\"\u00e4\"'", "'[\"\u00e4\",'"})
  void quotesTheCharacterThatIsNotExpected(String before) throws IOException {
    for (var character : List.of("\u00ab", "\u201c", "\ud83d\ude00")) {
      for (var length = 7_990; length < 8_002; length++) {
        var text = before + " ".repeat(length - before.length());
        assertThat(Reading.of(text + character).jsonErrors().get(0).reason())
            .startsWith("line 1, column " + (length + 1))
            .contains("Unexpected character ('" + character + "')");
      }
    }
  }

  private static String place(String text) throws IOException {
    return Reading.of(text).jsonErrors().get(0).reason().replaceFirst("(, at .*|): .*", "").strip();
  }
}
