package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Exchange;
import conformance.contract.ResponseHead.Header;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header fields that HTTP clients interpret arrive unchanged, even if they are invalid. */
class OddFieldsTest {

  /** Invalid attributes of a cookie are ignored (RFC 6265, section 5.2). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b; Max-Age=soon",
        "a=b; Max-Age=99999999999999999999",
        "a=b; Max-Age=",
        "a=b; Max-Age",
        "a=b; Max-Age=-1",
        "a=b; Max-Age=1.5",
        "a=b; Expires=never",
        "a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Secure; HttpOnly; SameSite=None",
        "a=b; Version=one",
        "a=b; Domain=",
        "a=b; Path",
        "a",
        "=b",
        "=",
        ";",
        "",
        "a=\"b",
        "a=b=c; =; Partitioned; Priority=High",
      })
  void readsAnyCookie(String cookie) throws IOException {
    var exchange = answered("200 OK", List.of("Set-Cookie: " + cookie, "Set-Cookie: second=2"));
    assertThat(exchange.head().orElseThrow().values("Set-Cookie"))
        .containsExactly(cookie, "second=2");
    assertThat(exchange.beginning()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: ",
        "Content-Type: ;",
        "Content-Type: ,",
        "Content-Type: json",
        "Content-Type: /",
        "Content-Type: application/json; charset",
        "Content-Type: application/json; charset=",
        "Content-Type: application/json; charset=none-such",
        "Content-Type: application/json; charset=\"",
        "Location: ht tp://%%",
        "WWW-Authenticate: ",
        "WWW-Authenticate: Basic",
        "WWW-Authenticate: Digest realm=\"",
        "WWW-Authenticate: Negotiate",
        "WWW-Authenticate: , ,=",
        "Proxy-Authenticate: x",
        "Keep-Alive: timeout=soon",
        "Connection: ,",
        "Date: now",
        "Retry-After: ",
        "X: ",
      })
  void readsAnyField(String field) throws IOException {
    for (var status : List.of("200 OK", "401 No", "404", "407 No", "302 Elsewhere")) {
      var exchange = answered(status, List.of(field));
      var name = field.substring(0, field.indexOf(':'));
      var head = exchange.head().orElseThrow();
      assertThat(head.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
      assertThat(head.values(name)).containsExactly(field.substring(name.length() + 2));
      assertThat(exchange.beginning()).isEqualTo("[]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "204 Nothing", "404 No", "401 No"})
  void readsNoBodyInACharsetThatNobodyKnows(String status) throws IOException {
    var type = "application/json; charset=bogus-99";
    var head = "HTTP/1.1 %s\nContent-Type: %s\nContent-Length: 0\n\n".formatted(status, type);
    try (var server = new WireServer(WireServer.text(head))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().values("Content-Type")).containsExactly(type);
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.beginning()).isEmpty();
    }
  }

  @Test
  void readsAnyStatusOfThreeDigits() throws IOException {
    var exchange = answered("999 Odd", List.of());
    assertThat(exchange.head().orElseThrow().status()).isEqualTo(999);
  }

  @Test
  void keepsTheOrderOfTheFields() throws IOException {
    var sent = List.of("B: 1", "Set-Cookie: a=b", "A: 2", "B: 3", "set-cookie: c=d");
    assertThat(answered("200 OK", sent).head().orElseThrow().headers())
        .startsWith(
            new Header("B", "1"),
            new Header("Set-Cookie", "a=b"),
            new Header("A", "2"),
            new Header("B", "3"),
            new Header("set-cookie", "c=d"));
  }

  private static Exchange answered(String status, List<String> fields) throws IOException {
    var head =
        "HTTP/1.1 %s\n%s\nContent-Length: 2\n\n".formatted(status, String.join("\n", fields));
    try (var server = new WireServer(WireServer.text(head, (byte) '[', (byte) ']'))) {
      return TestSender.get(server.url(), TestSender.LONG);
    }
  }
}
