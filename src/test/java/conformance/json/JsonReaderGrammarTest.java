package conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderGrammarTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{\"a\":}",
        "['a']",
        "tru",
        "TRUE",
        "nullx",
        "undefined",
        "01",
        "+1",
        ".5",
        "5.",
        "1e",
        "0x1F",
        "--1",
        "1_000",
        "\"\\x\"",
        "\"\\u12\"",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"a\0\"",
        "\"a",
        "// comment\n1",
        "/* comment */ 1",
        "# comment\n1",
        "1 2",
        "[] x",
        "{}{}",
        "",
        " \n",
        "\033[31m[]",
        "\u00a0[]",
        "[\u202e]",
        "<html>",
        "callback([])",
        "%PDF-1.7"
      })
  void stopsAtWhatIsNoJson(String text) throws IOException {
    var reading = Reading.of(text);
    assertThat(reading.value()).isEmpty();
    assertThat(reading.places()).containsExactly("SYNTAX ");
    assertThat(reading.jsonErrors().get(0).reason())
        .as("in words for readers of the report, on one line, and nothing invisible")
        .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]")
        .doesNotContainPattern("`|Source|Feature|ALLOW_|NaN|java|\\.\\.\\.$|Json[A-Z]")
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        " \t\r\n[ ] ",
        "\"\"",
        "\"\\u0000\\ud83d\\ude00\\/\\b\\f\"",
        "\"\u007f\u0080\ud83d\ude00\"",
        "{\"\":{\"\":[]}}",
        "[-0, 0.0, 1E+2, 1e-2]",
        "{\"a\":[{\"b\":[[[]]]},true,false,null]}"
      })
  void readsWhatIsJson(String text) throws IOException {
    var reading = Reading.of(text);
    assertThat(reading.jsonErrors()).isEmpty();
    assertThat(reading.value()).contains(JACKSON.readTree(text));
  }

  /** Jackson takes it for an error of the syntax. */
  @Test
  void stopsAtANameWithHalfASurrogatePair() throws IOException {
    assertThat(Reading.of("{\"\\ud800x\": 1}").places()).containsExactly("SYNTAX ");
  }
}
