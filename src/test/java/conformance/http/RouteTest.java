package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a proxy nor a server with an untrusted certificate receives the token. */
class RouteTest {
  private static final byte[] SOME = new byte[100];

  @Test
  void sendsNothingToAServerUnlessItsCertificateIsTrusted(@TempDir Path folder) throws Exception {
    var requests = new AtomicInteger();
    var keys = TestKeys.selfSigned(folder);
    var server = TestKeys.server(keys, requests);
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
    var certificate = TestKeys.selfSigned(folder).getCertificate("server");
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

  /** From PowerShell in UTF-16, with the older name of a block, and from Windows in DER. */
  @Test
  void readsCertificatesAsOtherProgramsWriteThem(@TempDir Path folder) throws Exception {
    var certificate = TestKeys.selfSigned(folder).getCertificate("server");
    var encoded = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    var pem =
        "subject=CN=Ä\r\n-----BEGIN %1$sCERTIFICATE-----\r\n%2$s\r\n-----END %1$sCERTIFICATE-----";
    var file = folder.resolve("authorities");
    for (var bytes :
        List.of(
            ("\uFEFF" + pem.formatted("", encoded)).getBytes(StandardCharsets.UTF_16LE),
            pem.formatted("X509 ", encoded).getBytes(StandardCharsets.ISO_8859_1),
            certificate.getEncoded())) {
      Files.write(file, bytes);
      assertThat(CertificateAuthorities.read(file).certificates()).containsExactly(certificate);
    }
  }

  @Test
  void saysThatACertificateIsNotValidNow(@TempDir Path folder) throws Exception {
    var today = LocalDate.now(ZoneOffset.UTC);
    var keys = TestKeys.signed(folder, "-startdate", "-20d", "-validity", "10");
    assertThat(tls(keys))
        .matches(
            "no trusted TLS connection to 127.0.0.1:[0-9]+: its certificate expired on "
                + today.minusDays(10));
    TestKeys.sign(folder, "-startdate", "+10d", "-validity", "20");
    assertThat(tls(TestKeys.signed(folder)))
        .matches(
            "no trusted TLS connection to 127.0.0.1:[0-9]+: its certificate is valid from "
                + today.plusDays(10)
                + " on only, and this machine's clock says "
                + today);
  }

  /** Why there is no TLS connection to a server with these keys. */
  private static String tls(KeyStore keys) throws Exception {
    var server = TestKeys.server(keys, new AtomicInteger());
    try {
      var authority = new CertificateAuthorities(List.of(keys.getCertificate("authority")));
      var url = "https://127.0.0.1:" + server.getAddress().getPort();
      var failure = failure(url, new Route(Optional.empty(), Optional.of(authority))).orElseThrow();
      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      return failure.reason();
    } finally {
      server.stop(0);
    }
  }

  /** The JDK's server closes such a connection. */
  @Test
  void findsOutThatAPortExpectsTls(@TempDir Path folder) throws Exception {
    var requests = new AtomicInteger();
    var server = TestKeys.server(TestKeys.selfSigned(folder), requests);
    try {
      var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      var sender = TestSender.sender(url, Route.DIRECT);
      assertThat(sender.explained(TestSender.get(sender)).failure())
          .contains(new Failure(Kind.TLS_ONLY, "plain http was sent to a port that speaks TLS"));
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
    try (var closing = new WireServer(socket -> {})) {
      var sender = TestSender.sender(closing.url(), Route.DIRECT);
      var exchange = TestSender.get(sender);
      assertThat(sender.explained(exchange)).isEqualTo(exchange);
    }
  }

  @Test
  void asksAProxyForTheWayAndNothingElse() throws IOException {
    try (var proxy = new WireServer(WireServer.text("HTTP/1.1 502 No Way\n\n"))) {
      var route = new Route(Optional.of(proxy.url()), Optional.empty());
      assertThat(
              TestSender.get(TestSender.sender(URI.create("https://doors.example"), route))
                  .failure())
          .contains(
              new Failure(
                  Kind.PROXY,
                  "the proxy %s did not lead to the target: HTTP/1.1 502 No Way"
                      .formatted(proxy.url().getAuthority())));
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
      assertThat(TestSender.get(url, TestSender.LONG).failure())
          .contains(new Failure(Kind.NO_TLS, url.getAuthority() + " does not speak TLS"));
    }
  }

  /** Such as HTTPS_PROXY, which curl and others use. */
  @Test
  void namesAProxyThatIsNotUsedWhereTheTargetCannotBeReached() throws IOException {
    var route =
        new Route(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("HTTPS_PROXY"));
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var unused = ", and the proxy that HTTPS_PROXY names is not used: only target.proxy sets one";
    assertThat(failure("https://no-such-host.invalid", route))
        .contains(
            new Failure(
                Kind.NAME, "the host name no-such-host.invalid cannot be resolved" + unused));
    assertThat(failure("https://127.0.0.1:" + port, route))
        .contains(
            new Failure(
                Kind.CONNECTION, "127.0.0.1:%d refused the connection".formatted(port) + unused));
  }

  private static Optional<Failure> failure(String url, Route route) {
    return TestSender.get(TestSender.sender(URI.create(url), route)).failure();
  }

  /** Whatever a name server may say. */
  @Test
  void looksForNamesBelowLocalhostOnThisMachineOnly() throws IOException {
    try (var server = new WireServer(WireServer.text("HTTP/1.1 204 Good\n\n"))) {
      var url = "http://api.of.LocalHost:" + server.url().getPort();
      assertThat(status(URI.create(url), Route.DIRECT)).contains(204);
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
  static WireServer.Answer tunnel(int port) {
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
}
