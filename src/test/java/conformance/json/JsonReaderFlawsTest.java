package conformance.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderFlawsTest {

  /** A text in ISO 8859-1, the value read from it, and the errors reported. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, {\"a\": 2}] | [1,{\"a\":2}] | ''",
        "{\"a\":1,\"a\":2} | {\"a\":2} | DUPLICATE_NAME /a",
        "[0,{\"b\":{\"a\":1,\"a\":{}}}] | [0,{\"b\":{\"a\":{}}}] | DUPLICATE_NAME /1/b/a",
        "{\"a\":1,\"a\":2,\"a\":3} | {\"a\":3} | DUPLICATE_NAME /a,DUPLICATE_NAME /a",
        "{\"x\":{\"c\":1},\"x\":{\"c\":2}} | {\"x\":{\"c\":2}} | DUPLICATE_NAME /x",
        "{\"a/b~\":1,\"a/b~\":2} | {\"a/b~\":2} | DUPLICATE_NAME /a~1b~0",
        "[{\"a\":1},{\"a\":2}] | [{\"a\":1},{\"a\":2}] | ''",
        "[1,NaN,2] | [1,null,2] | SYNTAX /1",
        "{\"a\":[-Infinity]} | {\"a\":[null]} | SYNTAX /a/0",
        "[1e400000,1] | [1E+10000,1] | NUMBER_RANGE /0",
        "[0,1e99999999999,1] | [0,1E+10000,1] | NUMBER_RANGE /1",
        "{\"a\":-1e-99999999999} | {\"a\":-1E-10000} | NUMBER_RANGE /a",
        "{\"a\":\"M\u00fcnchen\"} | {\"a\":\"M\ufffdnchen\"} | ENCODING /a",
        "[\"\u00e4\",{\"a\":\"\u00fc\",\"b\":1}] | [\"\ufffd\",{\"a\":\"\ufffd\",\"b\":1}]"
            + " | ENCODING /0,ENCODING /1/a",
        "[{\"M\u00fcnchen\":1}] | [{\"M\ufffdnchen\":1}] | ENCODING /0/M\ufffdnchen",
        "\u00ef\u00bb\u00bf[1] | [1] | BYTE_ORDER_MARK ",
        "[\"\\ud83d\\ude00\", \"\u00f0\u009f\u0098\u0080\"] | [\"\ud83d\ude00\",\"\ud83d\ude00\"] | ''",
        "{\"a\":[\"\\\\ud83d\"]} | {\"a\":[\"\\\\ud83d\"]} | ''",
      })
  void tellsAFlawAtItsPlaceAndReadsOn(String text, String value, String jsonErrors)
      throws IOException {
    var reading = Reading.of(text.getBytes(ISO_8859_1));
    assertThat(reading.value().orElseThrow()).hasToString(value);
    assertThat(String.join(",", reading.places()).strip()).isEqualTo(jsonErrors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":\"x\"} | 1 and \"x\" | the name \"a\" stands twice in the same object",
        "[NaN] | NaN | line 1, column 2: NaN is not a JSON number",
        "1e400000 | 1e400000 | the number has more than 10,000 digits when written out",
        "[\"\u00e4\"] | E4 | the bytes E4 are not UTF-8 (the value is read with U+FFFD in their place)",
        "\u00ef\u00bb\u00bf1 | EF BB BF | a byte order mark is in front",
        "'' | an empty body | there is no JSON value in the body",
        "' ' | a body of white space only | there is no JSON value in the body",
        "1 2 | a second JSON value | line 1, column 3: a second JSON value starts after the end of the first",
        "[],{} | something behind the JSON value | line 1, column 3: it stands after the end of the JSON value",
        "1 tru | something behind the JSON value | line 1, column 3: it stands after the end of the JSON value",
        "[[1 | an unfinished value | line 1, column 4, at /0/0: the body ends within a value",
        "' <html>' | \" <html>\" | the body is markup (HTML or XML), not JSON",
        "[1,{\"a\" 2}] | not JSON | line 1, column 9, at /1/a: Unexpected character ('2'): "
            + "was expecting a colon to separate property name and value",
      })
  void saysWhatStandsThereAndWhyThatIsWrong(String text, String actual, String reason)
      throws IOException {
    var jsonErrors = Reading.of(text.getBytes(ISO_8859_1)).jsonErrors();
    assertThat(jsonErrors).hasSize(1);
    assertThat(jsonErrors.get(0).actual()).isEqualTo(actual);
    assertThat(jsonErrors.get(0).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"x\\ud83d\"} | /a | \"x\\uD83D\" | \\uD83D",
        "{\"a\":\"\\uDE00x\"} | /a | \"\\uDE00x\" | \\uDE00",
        "{\"a\":\"\\ude00\\ud83d\"} | /a | \"\\uDE00\\uD83D\" | \\uDE00",
        "{\"a\":[\"\\ud83d\\ude00\\ud83d.\"]} | /a/0 | \"\ud83d\ude00\\uD83D.\" | \\uD83D",
      })
  void tellsHalfASurrogatePairAndReadsItAsItIs(
      String text, String location, String actual, String half) throws IOException {
    var reading = Reading.of(text);
    assertThat(reading.value()).isPresent();
    assertThat(reading.jsonErrors())
        .containsExactly(
            new JsonError(
                JsonError.Kind.SURROGATES,
                location,
                actual,
                half + " stands for no character without the other half of its surrogate pair"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"M\u00fcnchen", "[1,\"M\u00fcnchen", "[\"a\"]\u00fc", "\u00fc"})
  void tellsMalformedBytesAlsoWhenItMustStopThere(String text) throws IOException {
    var reading = Reading.of(text.getBytes(ISO_8859_1));
    assertThat(reading.value()).isEmpty();
    assertThat(reading.jsonErrors()).extracting(JsonError::kind).contains(JsonError.Kind.ENCODING);
    assertThat(reading.jsonErrors())
        .extracting(JsonError::kind)
        .last()
        .isEqualTo(JsonError.Kind.SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeff", "\ufeff\ufeff", "\ufeff\ufeff[1]"})
  void takesOneByteOrderMarkForOneOnly(String text) throws IOException {
    var reading = Reading.of(text);
    assertThat(reading.value()).isEmpty();
    assertThat(reading.places()).containsExactly("BYTE_ORDER_MARK ", "SYNTAX ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void stopsAtAForeignEncoding(String encoding) throws IOException {
    var reading = Reading.of("[1]".getBytes(encoding));
    assertThat(reading.value()).isEmpty();
    assertThat(reading.places()).containsExactly("ENCODING ");
    assertThat(reading.jsonErrors().get(0).reason()).startsWith("the body is " + encoding);
  }
}
