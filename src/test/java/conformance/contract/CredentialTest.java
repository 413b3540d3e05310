package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialTest {

  /** The header and query as sent, and as a shell expands them. */
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
    var token = "a+b/c";
    assertThat(credential.header(token).orElse(null)).isEqualTo(header);
    assertThat(credential.query(token)).isEqualTo(query);
    assertThat(credential.header().orElse(null)).isEqualTo(shellHeader);
    assertThat(credential.query()).isEqualTo(shellQuery);
  }
}
