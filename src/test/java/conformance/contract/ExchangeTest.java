package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Failure.Kind;
import conformance.contract.ResponseHead.Header;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  private static final ResponseHead CREATED =
      new ResponseHead(201, List.of(new Header("Via", "a")));

  @Test
  void isWrittenDownAsPeopleWriteHttp() {
    assertThat(
            exchange(
                    new Request("GET", "/things", "text/plain", Credential.TOKEN),
                    Optional.of(CREATED),
                    Optional.empty())
                .transcript())
        .isEqualTo(
            """
            GET http://localhost/things
            Accept: text/plain
            Authorization: Bearer $TARGET_TOKEN
            traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01

            HTTP 201
            Via: a

            [1, 2

            --- 1,205 bytes in 1,234 ms, sent at 1970-01-01T00:00:00Z
            """);
  }

  @Test
  void saysWhatItDoesNotHave() {
    assertThat(
            exchange(
                    new Request("HEAD", "/things", "text/plain", Credential.QUERY),
                    Optional.empty(),
                    Optional.of(new Failure(Kind.SILENCE, "nobody answered")))
                .transcript())
        .isEqualTo(
            """
            HEAD http://localhost/things?access_token=$TARGET_TOKEN
            Accept: text/plain
            traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01


            --- nobody answered

            --- 1,205 bytes in 1,234 ms, sent at 1970-01-01T00:00:00Z
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET    | /a        | TOKEN | curl -sS -H \"Authorization: Bearer $TARGET_TOKEN\" -H 'Accept: text/plain' 'http://localhost/a'",
        "GET    | /a        | NONE  | curl -sS -H 'Accept: text/plain' 'http://localhost/a'",
        "GET    | /a        | QUERY | curl -sS -H 'Accept: text/plain' 'http://localhost/a'\"?access_token=$TARGET_TOKEN\"",
        "HEAD   | /a        | NONE  | curl -sS -I -H 'Accept: text/plain' 'http://localhost/a'",
        "DELETE | /a        | NONE  | curl -sS -X DELETE -H 'Accept: text/plain' 'http://localhost/a'",
        "GET    | /%2E%2E/a | NONE  | curl -sS --path-as-is -H 'Accept: text/plain' 'http://localhost/%2E%2E/a'",
        "GET    | /'a'      | NONE  | curl -sS -H 'Accept: text/plain' 'http://localhost/%27a%27'",
      })
  void isACommandThatDoesTheSame(String method, String path, Credential shown, String command) {
    var request = new Request(method, path, "text/plain", shown);
    assertThat(exchange(request, Optional.of(CREATED), Optional.empty()).curl()).isEqualTo(command);
  }

  @Test
  void isACommandInWhateverFormTheSecretIsSent() {
    assertThat(curl(SecurityScheme.BASIC, Credential.TOKEN))
        .isEqualTo(
            "curl -sS -H \"Authorization: Basic $(printf %s \"$TARGET_TOKEN\" | base64 | tr -d"
                + " '\\n')\" -H 'Accept: text/plain' 'http://localhost/a'");
    assertThat(curl(SecurityScheme.apiKey("X-Key"), Credential.CUT_SHORT))
        .startsWith("curl -sS -H \"X-Key: ${TARGET_TOKEN%?}\" -H ");
    assertThat(curl(SecurityScheme.apiKey("X-Key"), Credential.EMPTY))
        .startsWith("curl -sS -H \"X-Key;\" -H ");
  }

  private static String curl(SecurityScheme scheme, Credential credential) {
    var request = new Request("GET", "/a", "text/plain", scheme, credential);
    return exchange(request, Optional.of(CREATED), Optional.empty()).curl();
  }

  @Test
  void isTheSameWithAnotherBeginning() {
    var request = new Request("GET", "/things", "text/plain", Credential.TOKEN);
    var exchange = exchange(request, Optional.of(CREATED), Optional.empty());
    assertThat(exchange.withBeginning(it -> it.toUpperCase(Locale.ROOT) + "!"))
        .usingRecursiveComparison()
        .ignoringFields("beginning")
        .isEqualTo(exchange);
    assertThat(exchange.withBeginning(it -> it + "!").beginning()).isEqualTo("[1, 2!");
  }

  private static Exchange exchange(
      Request request, Optional<ResponseHead> head, Optional<Failure> failure) {
    return new Exchange(
        request,
        URI.create("http://localhost" + request.path()),
        head,
        "[1, 2",
        1_205,
        failure,
        List.of(),
        Instant.EPOCH,
        Duration.ofMillis(1_234),
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }
}
