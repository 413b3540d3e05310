package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class ExcerptTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7\"", "-1.5", "true", "null", "{}", "[1,\"a\",{\"b\":null}]"})
  void showsAValueAsJson(String json) {
    assertThat(Excerpt.value(JSON.readTree(json))).isEqualTo(json);
  }

  static Stream<Arguments> invisibleCharacters() {
    return Stream.of(
        arguments("line feed", "a\nb", "\"a\\nb\""),
        arguments("carriage return", "a\rb", "\"a\\rb\""),
        arguments("NUL", "\0", "\"\\u0000\""),
        arguments("ANSI escape", "\033[31mred", "\"\\u001B[31mred\""),
        arguments("C1 control", "\u009b31m", "\"\\u009B31m\""),
        arguments("no-break space", "a\u00a0b", "\"a\\u00A0b\""),
        arguments("soft hyphen", "a\u00adb", "\"a\\u00ADb\""),
        arguments("zero-width space", "a\u200bb", "\"a\\u200Bb\""),
        arguments("line separator", "a\u2028b", "\"a\\u2028b\""),
        arguments("paragraph separator", "a\u2029b", "\"a\\u2029b\""),
        arguments("right-to-left override", "\u202egpj.exe", "\"\\u202Egpj.exe\""),
        arguments("isolate", "\u2066a\u2069", "\"\\u2066a\\u2069\""),
        arguments("byte order mark", "\ufeffa", "\"\\uFEFFa\""),
        arguments("private use", "\ue000", "\"\\uE000\""),
        arguments("unassigned", "\u0378", "\"\\u0378\""),
        arguments("no character", "\uffff", "\"\\uFFFF\""),
        arguments("high half of a pair", "a\ud800b", "\"a\\uD800b\""),
        arguments("low half of a pair", "a\udc00", "\"a\\uDC00\""),
        arguments("halves in the wrong order", "\udc00\ud83d", "\"\\uDC00\\uD83D\""),
        arguments("tag beyond the BMP", "a\udb40\udc41", "\"a\\uDB40\\uDC41\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invisibleCharacters")
  void writesAnInvisibleCharacterAsEscape(String name, String text, String shown) {
    assertThat(Excerpt.text(text)).isEqualTo(shown);
    assertThat(Excerpt.value(JsonNodeFactory.instance.stringNode(text))).isEqualTo(shown);
    assertThat(Excerpt.value(JSON.createArrayNode().add(text))).isEqualTo("[" + shown + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Kunden M\u00fcnchen.csv", "\u5ba2\u6237", "\ud83d\ude00", "<b>|*_`@ $(x)", ""})
  void leavesWhatCanBeSeenAsItIs(String text) {
    assertThat(Excerpt.text(text)).isEqualTo('"' + text + '"');
    assertThat(Excerpt.visible(text)).isEqualTo(text);
  }

  @Test
  void tellsAnEscapeFromTheCharactersItIsMadeOf() {
    assertThat(Excerpt.text("\u202e")).isNotEqualTo(Excerpt.text("\\u202E"));
  }

  @ParameterizedTest
  @CsvSource({"160, 162", "161, 181", "5000000, 187"})
  void cutsALongTextAndTellsItsLength(int length, int shown) {
    var text = Excerpt.text("x".repeat(length));
    assertThat(text).hasSize(shown).startsWith("\"xxx");
    assertThat(text.endsWith("... (%,d characters)".formatted(length))).isEqualTo(length > 160);
  }

  @ParameterizedTest
  @ValueSource(ints = {158, 159, 160, 161})
  void neverCutsThroughASurrogatePair(int before) {
    var text = "x".repeat(before) + "\ud83d\ude00".repeat(100);
    var whole = "\"?x+(\ud83d\ude00)*\\.\\.\\. \\(%,d characters\\)".formatted(text.length());
    assertThat(Excerpt.text(text)).matches(whole);
    assertThat(Excerpt.cut(text)).matches(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u202e", "\ud800", "\udb40\udc41", "\\", "\"", "\ud83d\ude00"})
  void boundsWhatIsShownWhateverTheText(String unit) {
    var text = unit.repeat(5_000_000 / unit.length());
    var bound = 6 * Excerpt.LENGTH + "[\"... (30,000,004 characters)".length();
    assertThat(Excerpt.text(text)).hasSizeLessThanOrEqualTo(bound);
    assertThat(Excerpt.value(JSON.createArrayNode().add(text))).hasSizeLessThanOrEqualTo(bound);
    assertThat(Excerpt.visible(Excerpt.cut(text))).hasSizeLessThanOrEqualTo(bound);
  }

  @Test
  void showsWhatIsJustNotTooLongWhole() {
    var array = JSON.createArrayNode();
    var object = JSON.createObjectNode();
    for (var i = 10; i < 60; i++) {
      array.add(7);
      object.put("" + i, 7);
    }
    assertThat(Excerpt.cut("x".repeat(160))).isEqualTo("x".repeat(160));
    assertThat(Excerpt.value(array)).isEqualTo(array.toString());
    assertThat(Excerpt.value(object)).startsWith("{\"10\":7,").endsWith("... (351 characters)");
    assertThat(Excerpt.value(array.add(7))).isEqualTo("an array of 51 members");
    assertThat(Excerpt.value(object.put("60", 7))).isEqualTo("an object of 51 members");
  }

  @Test
  void countsTheMembersOfWhatHasTooMany() {
    var array = JSON.createArrayNode();
    var object = JSON.createObjectNode();
    for (var i = 0; i < 5_000; i++) {
      array.add(i);
      object.put("name " + i, i);
    }
    assertThat(Excerpt.value(array)).isEqualTo("an array of 5,000 members");
    assertThat(Excerpt.value(object)).isEqualTo("an object of 5,000 members");
  }
}
