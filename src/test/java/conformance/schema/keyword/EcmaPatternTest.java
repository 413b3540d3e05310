package conformance.schema.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns mean what ECMA-262 says, not what the JDK says. */
class EcmaPatternTest {
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '\t',
      value = {
        "^\\s$\t~\u00a0~\ttrue",
        "^\\s$\t~\ufeff~\ttrue",
        "^\\s$\t~\u2029~\ttrue",
        "^\\s$\t~\u0085~\tfalse",
        "^\\S$\t~\u00a0~\tfalse",
        "^[\\S]$\t~\ufeff~\tfalse",
        "^[^\\S]$\t~\ufeff~\ttrue",
        "^[^\\s]$\t~\u00a0~\tfalse",
        "^[a\\s]$\t~\u00a0~\ttrue",
        "^.$\t~\u0085~\ttrue",
        "^.$\t~\n~\tfalse",
        "^.$\t~\u2028~\tfalse",
        "^.$\t\uD83D\uDE00\ttrue",
        "^a$\t~a\n~\tfalse",
        "^\\bfoo\\b\tfoo\u00e9\ttrue",
        "^foo\\B\tfoo\u00e9\tfalse",
        "\\Boo\tfoo\ttrue",
        "^[a&&b]$\ta\ttrue",
        "^[a&&b]$\t&\ttrue",
        "^[a[b]$\t[\ttrue",
        "^[a^]$\t^\ttrue",
        "^[a-]$\t-\ttrue",
        "^[-a]$\t-\ttrue",
        "^[a\\-c]$\tb\tfalse",
        "^[^a]$\t~\n~\ttrue",
        "^[^]$\t~\n~\ttrue",
        "^[^]$\t\uD83D\uDE00\ttrue",
        "^a[]$\ta\tfalse",
        "^\\u{1F409}$\t\uD83D\uDC09\ttrue",
        "^\\uD83D\\uDC09$\t\uD83D\uDC09\ttrue",
        "^[\\u{1F400}-\\u{1F410}]+$\t\uD83D\uDC09\ttrue",
        "^\\u0061\\x62\\cJ$\t~ab\n~\ttrue",
        "^\\v\\0$\t~\u000b\u0000~\ttrue",
        "^[\\b]$\t~\b~\ttrue",
        "^\\d$\t\u0660\tfalse",
        "^\\D$\t\u0660\ttrue",
        "^\\w$\t\u00e9\tfalse",
        "^\\p{Letter}\\P{L}$\t\u00e91\ttrue",
        "^\\p{L}$\t1\tfalse",
        "^\\p{Alpha}$\t\u00e9\ttrue",
        "^\\p{Lowercase}$\t\u00e9\ttrue",
        "^\\p{Upper}$\t\u00c9\ttrue",
        "^\\P{White_Space}$\t\u2003\tfalse",
        "^\\p{Decimal_Number}$\t\u0660\ttrue",
        "^\\p{Nd}\\p{gc=Lu}$\t1A\ttrue",
        "^\\p{Script=Greek}$\t\u03b1\ttrue",
        "^(?<year>a)(?:b)(?=c)(?!d)c$\tabc\ttrue",
        "(?<=a)b\tab\ttrue",
        "(?<!a)b\tab\tfalse",
        "^a{2}b{1,}c{0,1}?d*?$\taabbc\ttrue",
        "^\\/\\.\\^\\$\\(\\)\\[\\]\\{\\}\\|\\*\\+\\?\\\\$\t/.^$()[]{}|*+?\\\ttrue",
        "^(a|b|)$\tb\ttrue",
        "^# -,\"'<>=!:&%@`$\t# -,\"'<>=!:&%@`\ttrue",
      })
  void matchesAsEcmaDoes(String pattern, String text, boolean matches) {
    assertThat(BoundedPattern.of(pattern).matches(text)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(?i)a | expected a group of ECMA-262 at character 1",
        "(?>a) | expected a group of ECMA-262 at character 1",
        "a++ | expected something that can be repeated before the quantifier at character 3",
        "a{2}+ | expected something that can be repeated before the quantifier at character 5",
        "*a | expected something that can be repeated before the quantifier at character 1",
        "^* | expected something that can be repeated before the quantifier at character 2",
        "(?=a)* | expected something that can be repeated before the quantifier at character 6",
        "a\\Z | expected an escape of ECMA-262 with flag u at character 2",
        "\\a | expected an escape of ECMA-262 with flag u at character 1",
        "\\-a | expected an escape of ECMA-262 with flag u at character 1",
        "(a)\\1 | expected no back reference at character 4",
        "a\\ | expected a character after the backslash at character 2",
        "a{ | expected a backslash before it at character 2",
        "a] | expected a backslash before it at character 2",
        "[a | expected a closing bracket at character 3",
        "[\\w-a] | expected a range between two characters at character 6",
        "\\p{Digit} | expected a property of Unicode that the suite knows at character 1",
        "\\p{IsLatin} | expected a property of Unicode that the suite knows at character 1",
        "\\p{javaLowerCase} | expected a property of Unicode that the suite knows at character 1",
        "(a | expected a closing parenthesis at character 3",
        "a) | expected no closing parenthesis without an opening one at character 2",
        "\\u{110000} | expected a code point of Unicode at character 1",
      })
  void refusesWhatEcmaDoesNotAllow(String pattern, String problem) {
    assertThatThrownBy(() -> BoundedPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesWhatTheJdkCannotSay() {
    assertThatThrownBy(() -> BoundedPattern.of("\\p{Script_Extensions=Greek}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
