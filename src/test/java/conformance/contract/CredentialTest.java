package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialTest {
  private static final String ENCODED = "$(printf %s \"%s\" | base64 | tr -d '\\n')";

  /** The header and query as sent, and as a shell expands them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "TOKEN        | Bearer a+b/c                         | '' | Bearer $TARGET_TOKEN       | ''",
        "NONE         | none                                 | '' | none                       | ''",
        "EMPTY        | 'Bearer '                            | '' | 'Bearer '                  | ''",
        "WRONG        | Bearer a-token-that-nobody-was-given | '' | Bearer a-token-that-nobody-was-given | ''",
        "CUT_SHORT    | Bearer a+b/                          | '' | Bearer ${TARGET_TOKEN%?}   | ''",
        "TOO_LONG     | Bearer a+b/cx                        | '' | Bearer ${TARGET_TOKEN}x    | ''",
        "OTHER_SCHEME | Basic a+b/c                          | '' | Basic $TARGET_TOKEN        | ''",
        "BARE         | a+b/c                                | '' | $TARGET_TOKEN              | ''",
        "QUERY        | none                                 | ?access_token=a%2Bb%2Fc | none | ?access_token=$TARGET_TOKEN",
        "OTHER_CASE   | bearer a+b/c                         | '' | bearer $TARGET_TOKEN       | ''",
        "OTHER_OWNER  | Bearer a+b/c                         | '' | Bearer $TARGET_OTHER_TOKEN | ''",
      })
  void showsTheTokenInItsOwnWay(
      Credential credential, String value, String query, String shellValue, String shellQuery) {
    var request = request(SecurityScheme.BEARER, credential);
    assertThat(request.field()).isEqualTo("Authorization");
    assertThat(request.authorization("a+b/c").orElse(null)).isEqualTo(value);
    assertThat(request.query("a+b/c")).isEqualTo(query);
    assertThat(request.authorization().orElse(null)).isEqualTo(shellValue);
    assertThat(request.query()).isEqualTo(shellQuery);
  }

  /** As {@code printf %s 'me:p w' | base64} and its like have it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "TOKEN          | Basic bWU6cDp3   | Basic %s  | $TARGET_TOKEN",
        "NONE           | none             | none      | ''",
        "EMPTY          | 'Basic '         | 'Basic '  | ''",
        "EMPTY_PASSWORD | Basic bWU6       | Basic %s  | ${TARGET_TOKEN%%:*}:",
        "USER_ALONE     | Basic bWU=       | Basic %s  | ${TARGET_TOKEN%%:*}",
        "WRONG          | Basic bm9ib2R5OmEtcGFzc3dvcmQtdGhhdC1ub2JvZHktd2FzLWdpdmVu | Basic %s | nobody:a-password-that-nobody-was-given",
        "CUT_SHORT      | Basic bWU6cDo=   | Basic %s  | ${TARGET_TOKEN%?}",
        "TOO_LONG       | Basic bWU6cDp3eA== | Basic %s | ${TARGET_TOKEN}x",
        "OTHER_SCHEME   | Bearer bWU6cDp3  | Bearer %s | $TARGET_TOKEN",
        "BARE           | bWU6cDp3         | %s        | $TARGET_TOKEN",
        "OTHER_CASE     | basic bWU6cDp3   | basic %s  | $TARGET_TOKEN",
      })
  void showsUserAndPasswordInItsOwnWay(
      Credential credential, String value, String shellValue, String shell) {
    var request = request(SecurityScheme.BASIC, credential);
    assertThat(request.authorization("me:p:w").orElse(null)).isEqualTo(value);
    assertThat(request.authorization().orElse(null))
        .isEqualTo(
            shellValue == null
                ? null
                : shellValue.replace("%s", ENCODED.replace("\"%s\"", '"' + shell + '"')));
    assertThat(request.query("me:p:w") + request.query()).isEmpty();
    assertThat(credential.existsIn(SecurityScheme.BASIC)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "TOKEN      | X-Key | a+b/c                      | '' | $TARGET_TOKEN              | ''",
        "NONE       | X-Key | none                       | '' | none                       | ''",
        "EMPTY      | X-Key | ''                         | '' | ''                         | ''",
        "WRONG      | X-Key | a-key-that-nobody-was-given | '' | a-key-that-nobody-was-given | ''",
        "CUT_SHORT  | X-Key | a+b/                       | '' | ${TARGET_TOKEN%?}          | ''",
        "TOO_LONG   | X-Key | a+b/cx                     | '' | ${TARGET_TOKEN}x           | ''",
        "QUERY      | X-Key | none                       | ?X-Key=a%2Bb%2Fc | none | ?X-Key=$TARGET_TOKEN",
        "OTHER_CASE | x-key | a+b/c                      | '' | $TARGET_TOKEN              | ''",
      })
  void showsTheKeyInItsOwnWay(
      Credential credential,
      String field,
      String value,
      String query,
      String shellValue,
      String shellQuery) {
    var request = request(SecurityScheme.apiKey("X-Key"), credential);
    assertThat(request.field()).isEqualTo(field);
    assertThat(request.authorization("a+b/c").orElse(null)).isEqualTo(value);
    assertThat(request.query("a+b/c")).isEqualTo(query);
    assertThat(request.authorization().orElse(null)).isEqualTo(shellValue);
    assertThat(request.query()).isEqualTo(shellQuery);
  }

  @Test
  void isShownInTheCasesThatTheSchemeLeaves() {
    assertThat(existing(SecurityScheme.BEARER))
        .containsExactly(
            "TOKEN NONE EMPTY WRONG CUT_SHORT TOO_LONG OTHER_SCHEME BARE QUERY OTHER_CASE OTHER_OWNER"
                .split(" "));
    assertThat(existing(SecurityScheme.apiKey("x-key")))
        .containsExactly(
            "TOKEN NONE EMPTY WRONG CUT_SHORT TOO_LONG QUERY OTHER_CASE OTHER_OWNER".split(" "));
    assertThat(request(SecurityScheme.apiKey("x-key"), Credential.OTHER_CASE).field())
        .isEqualTo("X-KEY");
  }

  private static Stream<String> existing(SecurityScheme scheme) {
    return Stream.of(Credential.values()).filter(it -> it.existsIn(scheme)).map(Enum::name);
  }

  private static Request request(SecurityScheme scheme, Credential credential) {
    return new Request("GET", "/", "text/plain", scheme, credential);
  }
}
