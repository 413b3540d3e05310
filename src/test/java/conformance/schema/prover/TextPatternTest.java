package conformance.schema.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matches in one pass: a match is certain, the opposite is not. */
class TextPatternTest {
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
    var chars = ("x" + text + "x").toCharArray();
    assertThat(TextPattern.of(regex).orElseThrow().matches(chars, 1, text.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^$",
        "^(a|b)$",
        "^\\d$",
        "^a{1}?$",
        "^[a&&b]$",
        "^a|(b)$",
        "a||b",
        "^[^]$",
        "^[^é]+$",
        "[a-z]+1$",
        "^a*|b$"
      })
  void leavesWhatIsNoRowOfCharacters(String regex) {
    assertThat(TextPattern.of(regex)).isEmpty();
  }

  @Test
  void matchesNothingThatTheJdkDoesNot() {
    var random = new Random(5);
    var units = List.of("a", "b", "[ab]", "[^a]", "[a-c]", "\\+", "é", "[^é]");
    var quantifiers = List.of("", "", "*", "+", "?", "{2}", "{1,2}", "{1,}");
    var matched = 0;
    for (var i = 0; i < 20_000; i++) {
      var regex = new StringBuilder(random.nextBoolean() ? "^" : "");
      for (var parts = 1 + random.nextInt(3); parts > 0; parts--) {
        regex.append(units.get(random.nextInt(units.size())));
        regex.append(quantifiers.get(random.nextInt(quantifiers.size())));
      }
      regex.append(random.nextBoolean() ? "$" : "");
      var text =
          random
              .ints(random.nextInt(5), 0, 6)
              .mapToObj(it -> List.of("a", "b", "c", "+", "é", "\ud83d\ude00").get(it))
              .collect(Collectors.joining());
      var chars = text.toCharArray();
      if (TextPattern.of(regex.toString())
          .filter(pattern -> pattern.matches(chars, 0, chars.length))
          .isPresent()) {
        matched++;
        assertThat(Pattern.compile(regex.toString().replace("$", "\\z")).matcher(text).find())
            .as("%s in %s", regex, text)
            .isTrue();
      }
    }
    assertThat(matched).isGreaterThan(1_000);
  }
}
