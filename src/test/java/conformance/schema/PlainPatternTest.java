package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matches in one pass. {@link PlainValidatorTest} shows that there are no false matches. */
class PlainPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^[0-9a-f]{3}$; a0f",
        "^\\+[1-9][0-9]{1,14}$; +19876543007",
        "^\\+[1-9][0-9]{1,14}$; +12",
        "^a{2,}$; aa",
        "^a{2,}$; aaaa",
        "^a?b+c*$; b",
        "^a?b+c*$; abbcc",
        "^[^/]*$; ''",
        "^[^/]*$; a\u007F",
        "^a; ab",
        "[.][cC][sS][vV]$; customers.csv",
        "[.][cC][sS][vV]$; .CSV",
        "Z$|[+-]00:00$; 12:00+00:00",
      })
  void provesThatATextMatches(String regex, String text) {
    assertThat(PlainPattern.of(regex).orElseThrow().matches(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "^$", "^(a|b)$", "^\\d$", "^a{1}?$", "^[a&&b]$", "^a|(b)$", "a||b"})
  void leavesWhatIsNoRowOfCharacters(String regex) {
    assertThat(PlainPattern.of(regex)).isEmpty();
  }
}
