package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  @Test
  void readsATokenFromAFileWithoutWhatIsAroundIt(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("token"), " a-token\n");
    assertThat(Token.read(file).value()).isEqualTo("a-token");
    assertThat(Token.read(file)).hasToString("[token]");
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

  @Test
  void callsATokenDistinctFromEightCharactersOn() {
    assertThat(Token.of("7654321").distinct()).isFalse();
    assertThat(Token.of("87654321").distinct()).isTrue();
  }
}
