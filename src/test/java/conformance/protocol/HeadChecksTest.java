package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Exchange;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadChecksTest {
  private static final String FRAMING =
      "expected Transfer-Encoding: chunked, or one Content-Length, or neither";
  private static final String FIELDS =
      "expected names without white space, values without control characters";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: 1",
        "Content-Length: 2",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: Chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: gzip|Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
      })
  void takesABodyWhoseEndIsSaidInOneWay(String fields) {
    assertThat(outcome("framing", fields)).isEqualTo("kept");
    assertThat(outcome("Content-Length", fields)).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Transfer-Encoding: chunked|Transfer-Encoding: chunked; Transfer-Encoding;"
            + " chunked, chunked; it names chunked 2 times",
        "Transfer-Encoding: chunked, CHUNKED; Transfer-Encoding;"
            + " chunked, CHUNKED; it names chunked 2 times",
        "Transfer-Encoding: chunked, gzip; Transfer-Encoding;"
            + " chunked, gzip; chunked is not the last of the codings",
        "Transfer-Encoding: chunked|Content-Length: 2; Content-Length;"
            + " 2; there is a Transfer-Encoding as well",
        "transfer-encoding : chunked|content-length: 2; Content-Length;"
            + " 2; there is a Transfer-Encoding as well",
        "Content-Length: 2|Content-Length: 3; Content-Length; 2, 3; the lengths differ",
        "Content-Length: 2, 3; Content-Length; 2, 3; the lengths differ",
        "Content-Length: two; Content-Length; two; it is not a number",
        "Content-Length: -2; Content-Length; -2; it is not a number",
        "Content-Length: +2; Content-Length; +2; it is not a number",
        "Content-Length: 2,; Content-Length; 2,; it is not a number",
      })
  void findsABodyWhoseEndIsUncertain(String fields, String name, String value, String reason) {
    assertThat(outcome("framing", fields))
        .isEqualTo("header:%s: %s, not \"%s\": %s", name, FRAMING, value, reason);
    assertThat(outcome("Content-Length", fields)).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2, 2",
        "Content-Length: 2,2",
        "Content-Length: 2|Content-Length: 2",
        "Content-Length: 2, 2|Content-Length: 2"
      })
  void advisesAgainstALengthThatIsRepeated(String fields) {
    assertThat(outcome("framing", fields)).isEqualTo("kept");
    assertThat(outcome("Content-Length", fields))
        .matches(
            "header:Content-Length: expected one number, not \"2,.*2\":"
                + " recipients may refuse a length that is repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-1_a.b~!#$%&'*+^`|: 1", "X: ", "X: a\tb", "X: \u00fc\u0080"})
  void takesFieldsThatAreWellFormed(String field) {
    assertThat(outcome("fields", Stream.of(field))).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "'Content-Length : 2'; 'Content-Length '; white space stands between the name and the colon",
        "'X\t: 2'; 'X\t'; white space stands between the name and the colon",
        "'X Y: 2'; 'X Y'; a name is made of letters, digits and some marks",
        "' X: 2'; ' X'; a name is made of letters, digits and some marks",
        "'X(1): 2'; 'X(1)'; a name is made of letters, digits and some marks",
        "'\u00fc: 2'; '\u00fc'; a name is made of letters, digits and some marks",
      })
  void findsANameThatIsNone(String field, String name, String reason) {
    assertThat(outcome("fields", Stream.of(field)))
        .isEqualTo(
            "header:%s: %s, not \"%s\": %s", name, FIELDS, name.replace("\t", "\\t"), reason);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"\0,\\u0000", "'\r',\\r", "\u007f,\\u007F", "\u000b,\\u000B"})
  void findsAControlCharacterInAValue(String character, String shown) {
    assertThat(outcome("fields", Stream.of("X: ab" + character + "c")))
        .isEqualTo(
            "header:X: %s, not \"ab%sc\": character 3 is a control character", FIELDS, shown);
  }

  @Test
  void takesTheMaskOfATokenForNoPartOfAName() {
    var response = RoomsApi.response(200, "[]", "X-[token]: 1");
    assertThat(outcome("fields", RoomsApi.echoing(response, "header:X-[token]"))).isEqualTo("kept");
  }

  private static String outcome(String rule, String fields) {
    return outcome(rule, Stream.of(fields.split("\\|")));
  }

  private static String outcome(String rule, Stream<String> fields) {
    return outcome(rule, RoomsApi.response(200, "[]", fields.toArray(String[]::new)));
  }

  private static String outcome(String rule, Exchange exchange) {
    var operation = RoomsApi.operation(true, "uuid", "GET");
    var checks = ResponseChecks.of("rooms", operation).stream();
    return RoomsApi.outcome(RoomsApi.named(rule, checks), exchange);
  }
}
