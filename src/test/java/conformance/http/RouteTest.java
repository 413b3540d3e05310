package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a proxy nor a server with an untrusted certificate receives the token. */
class RouteTest {
  private static final String PASSWORD = "changeit";
  private static final byte[] SOME = new byte[100];

  @Test
  void sendsNothingToAServerUnlessItsCertificateIsTrusted(@TempDir Path folder) throws Exception {
    var requests = new AtomicInteger();
    var keys = selfSigned(folder.resolve("keys.p12"));
    var server = server(keys, requests);
    var url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    try (var proxy = new WireServer(tunnel(server.getAddress().getPort()))) {
      var failure = TestSender.get(url, TestSender.LONG).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure.reason())
          .startsWith("no trusted TLS connection to " + url.getAuthority() + ": ")
          .contains("unable to find valid certification path");
      assertThat(requests).hasValue(0);

      var trusted = Optional.of(new CertificateAuthorities(List.of(keys.getCertificate("server"))));
      assertThat(status(url, new Route(Optional.empty(), trusted))).contains(200);
      assertThat(proxy.requests()).isEmpty();
      assertThat(
              TestSender.get(TestSender.sender(url, new Route(Optional.empty(), another())))
                  .failure())
          .map(Failure::kind)
          .contains(Kind.TLS);
      assertThat(requests).hasValue(1);

      assertThat(status(url, new Route(Optional.of(proxy.url()), trusted))).contains(200);
      assertThat(proxy.requests()).hasSize(1);
      assertThat(requests).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  /** As openssl writes it: bag attributes before each block, the key first. */
  @Test
  void readsTheCertificatesAmongWhatElseAFileHolds(@TempDir Path folder) throws Exception {
    var certificate = selfSigned(folder.resolve("keys.p12")).getCertificate("server");
    var pem = Base64.getMimeEncoder();
    var attributes = "Bag Attributes\n    friendlyName: server\n";
    var key = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n";
    var file = folder.resolve("authorities.pem");
    Files.writeString(file, attributes + key.formatted("PRIVATE KEY", pem.encodeToString(SOME)));
    assertThatThrownBy(() -> CertificateAuthorities.read(file))
        .isInstanceOf(IllegalArgumentException.class);
    for (var i = 0; i < 2; i++) {
      var encoded = pem.encodeToString(certificate.getEncoded());
      Files.writeString(file, attributes + key.formatted("CERTIFICATE", encoded), APPEND);
    }
    assertThat(CertificateAuthorities.read(file).certificates())
        .containsExactly(certificate, certificate);
  }

  @Test
  void asksAProxyForTheWayAndNothingElse() throws IOException {
    try (var proxy = new WireServer(WireServer.text("HTTP/1.1 502 No Way\n\n"))) {
      var route = new Route(Optional.of(proxy.url()), Optional.empty());
      assertThat(status(URI.create("https://doors.example"), route)).contains(502);
      assertThat(proxy.requests()).hasSize(1);
      assertThat(proxy.requests().get(0))
          .startsWith("CONNECT doors.example:443 HTTP/1.1\r\n")
          .doesNotContain(TestSender.SECRET);
    }
  }

  @Test
  void tellsAServerWithoutTls() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> answerInPlainText(server));
      var url = URI.create("https://127.0.0.1:" + server.getLocalPort());
      assertThat(TestSender.get(url, TestSender.LONG).failure().map(Failure::kind))
          .contains(Kind.TLS);
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

  /** An authority unrelated to the server: one of Java's own. */
  private static Optional<CertificateAuthorities> another() throws Exception {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    var own = (X509TrustManager) factory.getTrustManagers()[0];
    return Optional.of(new CertificateAuthorities(List.of(own.getAcceptedIssuers()[0])));
  }

  private static Optional<Integer> status(URI url, Route route) {
    return TestSender.get(TestSender.sender(url, route)).head().map(ResponseHead::status);
  }

  /** A proxy that forwards all bytes in both directions. */
  private static WireServer.Answer tunnel(int port) {
    return socket -> {
      try (var there = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("HTTP/1.1 200 Go on\r\n\r\n".getBytes(UTF_8));
        CompletableFuture.runAsync(() -> pass(socket, there));
        pass(there, socket);
      }
    };
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side closed the connection.
    }
  }

  private static HttpsServer server(KeyStore keys, AtomicInteger requests) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static KeyStore selfSigned(Path file) throws Exception {
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
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
