package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  @Test
  void takesATokenWithoutTheSpaceAroundIt() {
    assertThat(Token.of(" a-token\r\n").value()).isEqualTo("a-token");
    assertThat(Token.of("a-token")).hasToString("[token]");
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer abc, 'without the word Bearer before it'",
    "bearer\tabc, 'without the word Bearer before it'",
    "Authorization: Bearer abc, 'without the words Authorization: Bearer before it'",
    "'{\"token\":\"abc\"}', and not the JSON object that it is in",
  })
  void saysWhatATokenWasCopiedWith(String value, String how) {
    assertThatThrownBy(() -> Token.of(value)).hasMessage("expected the token alone, " + how);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void refusesAnEmptyToken(String value) {
    assertThatThrownBy(() -> Token.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the token is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "t\u00F6ken", "a\u007F", "a\r\nHost: b"})
  void refusesATokenThatCannotStandInAHeader(String value) {
    assertThatThrownBy(() -> Token.of(value))
        .hasMessage("the token holds a character that cannot stand in a header, such as a space");
  }
}
