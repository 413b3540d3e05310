package conformance.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import conformance.exchange.Failure.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token goes to the target and nowhere else, and comes back masked. */
class SecrecyTest {
  private static final String PASSWORD = "changeit";

  @Test
  void sendsTheTokenAndSaysWhoAsks() throws IOException {
    try (var server = new WireServer(WireServer.text("HTTP/1.1 200 OK\n\n[]"))) {
      Asking.get(server.url(), Asking.LONG);
      assertThat(server.requests().get(0))
          .startsWith("GET /things HTTP/1.1\r\n")
          .contains("\r\nAuthorization: Bearer " + Asking.SECRET + "\r\n")
          .contains("\r\nAccept: application/json\r\n")
          .contains("\r\nAccept-Encoding: gzip\r\n")
          .contains("\r\nUser-Agent: batch-contract-suite");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirectWithTheToken(int status) throws IOException {
    try (var other = new WireServer(WireServer.text("HTTP/1.1 200 OK\n\n[]"));
        var server =
            new WireServer(
                WireServer.text(
                    "HTTP/1.1 %d Elsewhere\nLocation: %s\nContent-Length: 0\n\n"
                        .formatted(status, other.url())))) {
      var exchange = Asking.get(server.url(), Asking.LONG);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(status);
      assertThat(exchange.head().orElseThrow().values("location")).hasSize(1);
      assertThat(server.requests()).hasSize(1);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void masksATokenThatTheTargetEchoes() throws IOException {
    var head =
        "HTTP/1.1 200 OK\nX-Echo: Bearer %1$s\nSet-Cookie: t=%1$s; Path=/\n\n"
            .formatted(Asking.SECRET);
    var body = "{\"you sent\": \"Bearer %s\"}".formatted(Asking.SECRET);
    try (var server = new WireServer(WireServer.text(head + body))) {
      var exchange = Asking.get(server.url(), Asking.LONG);
      assertThat(exchange.head().orElseThrow().values("x-echo")).containsExactly("Bearer [token]");
      assertThat(exchange.head().orElseThrow().values("set-cookie"))
          .containsExactly("t=[token]; Path=/");
      assertThat(exchange.beginning()).isEqualTo("{\"you sent\": \"Bearer [token]\"}");
      assertThat(exchange.toString() + exchange.transcript() + exchange.curl())
          .doesNotContain(Asking.SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s is no HTTP\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n%s\n",
        "HTTP/1.1 %s OK\n\n",
      })
  void masksATokenInTheWordsOfAFailure(String answer) throws IOException {
    try (var server = new WireServer(WireServer.text(answer.formatted(Asking.SECRET)))) {
      var exchange = Asking.get(server.url(), Asking.LONG);
      assertThat(exchange.failure()).isPresent();
      assertThat(exchange.toString() + exchange.transcript()).doesNotContain(Asking.SECRET);
    }
  }

  @Test
  void sendsNothingToAServerWhoseCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
    var requests = new AtomicInteger();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      var place = "127.0.0.1:" + server.getAddress().getPort();
      var failure = Asking.get(URI.create("https://" + place), Asking.LONG).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure.reason())
          .startsWith("no trusted TLS connection to " + place + ": ")
          .contains("unable to find valid certification path");
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void tellsAServerWithoutTls() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> answerInPlainText(server));
      var url = URI.create("https://127.0.0.1:" + server.getLocalPort());
      assertThat(Asking.get(url, Asking.LONG).failure().map(Failure::kind)).contains(Kind.TLS);
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (var socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext selfSigned(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(file.resolveSibling("keytool.txt").toFile())
            .start()
            .waitFor();
    assertThat(made).as(Files.readString(file.resolveSibling("keytool.txt"))).isZero();
    var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
