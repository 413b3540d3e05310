package conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

  /** What is sent, and what a shell sends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "TOKEN             | Bearer a+b/c                         | '' | Bearer $TARGET_TOKEN       | ''",
        "NONE              | none                                 | '' | none                       | ''",
        "EMPTY             | 'Bearer '                            | '' | 'Bearer '                  | ''",
        "WRONG             | Bearer a-token-that-nobody-was-given | '' | Bearer a-token-that-nobody-was-given | ''",
        "CUT_SHORT         | Bearer a+b/                          | '' | Bearer ${TARGET_TOKEN%?}   | ''",
        "TOO_LONG          | Bearer a+b/cx                        | '' | Bearer ${TARGET_TOKEN}x    | ''",
        "BASIC             | Basic a+b/c                          | '' | Basic $TARGET_TOKEN        | ''",
        "BARE              | a+b/c                                | '' | $TARGET_TOKEN              | ''",
        "QUERY             | none                                 | ?access_token=a%2Bb%2Fc | none | ?access_token=$TARGET_TOKEN",
        "LOWER_CASE_SCHEME | bearer a+b/c                         | '' | bearer $TARGET_TOKEN       | ''",
      })
  void showsTheTokenInItsOwnWay(
      Credential credential, String header, String query, String shellHeader, String shellQuery) {
    var token = Token.of("a+b/c");
    assertThat(credential.header(token).orElse(null)).isEqualTo(header);
    assertThat(credential.query(token)).isEqualTo(query);
    assertThat(credential.header().orElse(null)).isEqualTo(shellHeader);
    assertThat(credential.query()).isEqualTo(shellQuery);
  }

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
