package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import conformance.contract.ResponseHead;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies that ask for a user and a password. */
class ProxyUserTest {
  private static final String PASSWORD = "s3cret of my proxy";
  private static final Optional<ProxyUser> USER = Optional.of(new ProxyUser("me", PASSWORD));

  private static KeyStore keys;

  @BeforeAll
  static void makeKeys(@TempDir Path folder) throws Exception {
    keys = TestKeys.selfSigned(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Basic realm=way | Basic",
        "Digest realm=way, nonce=1, qop=auth | Digest username=\"me\"",
        "Negotiate\\nProxy-Authenticate: NTLM\\nProxy-Authenticate: Basic realm=way | Basic",
      })
  void namesTheUserWhereTheProxyAsks(String challenge, String begin) throws Exception {
    var server = TestKeys.server(keys, new AtomicInteger());
    var received = new CopyOnWriteArrayList<String>();
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          received.addAll(exchange.getRequestHeaders().keySet());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    var port = server.getAddress().getPort();
    try (var proxy = new WireServer(asking(challenge), RouteTest.tunnel(port))) {
      var url = URI.create("https://127.0.0.1:" + port);
      assertThat(TestSender.get(TestSender.sender(url, route(proxy))).head())
          .map(ResponseHead::status)
          .contains(200);
      assertThat(proxy.requests()).hasSize(2);
      assertThat(proxy.requests().get(0)).doesNotContain("Proxy-Authorization");
      assertThat(proxy.requests().get(1))
          .contains("\r\nProxy-Authorization: " + begin)
          .doesNotContain(PASSWORD, TestSender.SECRET);
      assertThat(received).contains("Authorization").doesNotContain("Proxy-authorization");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysThatTheProxyAsksOrRefuses() throws Exception {
    try (var proxy = new WireServer(asking("Basic realm=way"))) {
      assertThat(failure(proxy, Optional.empty()))
          .isEqualTo(
              new Failure(
                  Kind.PROXY_USER,
                  "the proxy %s asks for a user and a password: HTTP/1.1 407 Who"
                      .formatted(proxy.url().getAuthority())));
      assertThat(failure(proxy, USER))
          .isEqualTo(
              new Failure(
                  Kind.PROXY_USER,
                  "the proxy %s refuses target.proxy_user and TARGET_PROXY_PASSWORD: HTTP/1.1 407 Who"
                      .formatted(proxy.url().getAuthority())));
      var encoded =
          Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
      assertThat(proxy.requests()).last().asString().contains("Basic " + encoded);
    }
  }

  @Test
  void showsNothingOfThePasswordThatAProxyRepeats() throws Exception {
    var encoded =
        Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    var repeating = WireServer.text("HTTP/1.1 403 Not %s, %s\n\n".formatted(encoded, PASSWORD));
    try (var proxy = new WireServer(repeating)) {
      assertThat(failure(proxy, USER).reason())
          .endsWith(" did not lead to the target: HTTP/1.1 403 Not [token], [token]");
    }
  }

  @Test
  void namesTheUserToNoTargetThatAsks() throws Exception {
    var received = new CopyOnWriteArrayList<String>();
    var server = TestKeys.server(keys, new AtomicInteger());
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          received.addAll(exchange.getRequestHeaders().get("Authorization"));
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=target");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    var port = server.getAddress().getPort();
    try (var proxy = new WireServer(RouteTest.tunnel(port))) {
      var url = URI.create("https://127.0.0.1:" + port);
      assertThat(TestSender.get(TestSender.sender(url, route(proxy))).head())
          .map(ResponseHead::status)
          .contains(401);
      assertThat(received).containsExactly("Bearer " + TestSender.SECRET);
    } finally {
      server.stop(0);
    }
  }

  private static Route route(WireServer proxy) throws Exception {
    var trusted = new CertificateAuthorities(List.of(keys.getCertificate("server")));
    return new Route(
        Optional.of(proxy.url()), USER, Optional.of(trusted), Optional.empty(), Optional.empty());
  }

  private static Failure failure(WireServer proxy, Optional<ProxyUser> user) {
    var route =
        new Route(
            Optional.of(proxy.url()), user, Optional.empty(), Optional.empty(), Optional.empty());
    var url = URI.create("https://doors.example");
    return TestSender.get(TestSender.sender(url, route)).failure().orElseThrow();
  }

  private static WireServer.Answer asking(String challenge) {
    return WireServer.text(
        "HTTP/1.1 407 Who\nProxy-Authenticate: " + challenge.replace("\\n", "\n") + "\n\n");
  }
}
