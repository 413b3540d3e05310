package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
  @Test
  void splitsAsAShellDoes() {
    assertThat(CommandWords.of(" vault  read -field='a b' \"c \\\" d\" e\\ f '' \n"))
        .isEqualTo(List.of("vault", "read", "-field=a b", "c \" d", "e f", ""));
    assertThat(CommandWords.of("a 'it is $5 * \\ `x`' \"(b) & c\""))
        .isEqualTo(List.of("a", "it is $5 * \\ `x`", "(b) & c"));
    // Between double quotation marks, a backslash stands for itself before most characters.
    assertThat(CommandWords.of("a \"\\d \\\\ \\$x\" b~c#d"))
        .isEqualTo(List.of("a", "\\d \\ $x", "b~c#d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "&", ";", "<", ">", "(", "`", "$", "*", "~", "#"})
  void refusesWhatAShellWouldDoMoreWith(String character) {
    assertThatThrownBy(() -> CommandWords.of("get s3cret " + character + " x"))
        .hasMessage(
            "a program and its arguments, to be run without a shell: put what needs one ("
                + character
                + ") into a script, or the character between '' if it stands for itself");
  }

  @Test
  void refusesAVariableInQuotationMarksToo() {
    assertThatThrownBy(() -> CommandWords.of("get \"$SECRET\"")).hasMessageContaining("($)");
  }

  @ParameterizedTest
  @CsvSource({
    "get 's3cret, a second quotation mark for each",
    "get s3cret\\, a character after the last \\",
    "'', a program and its arguments",
    "'  ', a program and its arguments",
    "\"\", a program and its arguments",
  })
  void refusesWhatIsNotWhole(String text, String expected) {
    assertThatThrownBy(() -> CommandWords.of(text)).hasMessage(expected);
  }
}
