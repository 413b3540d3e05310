package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of TLS that ask for a client certificate. */
class CertificateRequestTest {
  private static final String ASKS = "the server asks for a client certificate, and ";
  private static final String GOT_NONE = ASKS + "got none: ";
  private static final String REFUSES = ASKS + "refuses that of target.client_certificate: ";

  private static KeyStore keys;
  private static Optional<ClientCertificate> accepted;
  private static Optional<ClientCertificate> strange;

  @BeforeAll
  static void makeKeys(@TempDir Path folder, @TempDir Path elsewhere) throws Exception {
    keys = TestKeys.withClient(folder, "client", "EC");
    accepted = certificate(keys, "client", folder);
    strange = certificate(TestKeys.selfSigned(elsewhere), "server", elsewhere);
  }

  private static Optional<ClientCertificate> certificate(KeyStore store, String alias, Path folder)
      throws Exception {
    var file = folder.resolve("client.pem");
    Files.writeString(
        file,
        TestKeys.pem("CERTIFICATE", store.getCertificate(alias).getEncoded())
            + TestKeys.pem("PRIVATE KEY", TestKeys.key(store, alias).getEncoded()));
    return Optional.of(ClientCertificate.read(file, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void tellsThatTheServerAsksForOne(String protocol) throws Exception {
    var parameters = new SSLParameters(null, new String[] {protocol});
    parameters.setNeedClientAuth(true);
    var requests = new AtomicInteger();
    var server = TestKeys.server(keys, requests, parameters);
    try {
      var url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
      assertThat(refusal(get(url, Optional.empty()))).startsWith(GOT_NONE);
      assertThat(refusal(get(url, strange))).startsWith(REFUSES);
      assertThat(requests).hasValue(0);
      assertThat(get(url, accepted).head()).map(ResponseHead::status).contains(200);

      try (var proxy = new WireServer(RouteTest.tunnel(server.getAddress().getPort()))) {
        assertThat(refusal(get(url, Optional.of(proxy.url()), Optional.empty())))
            .startsWith(GOT_NONE);
        assertThat(get(url, Optional.of(proxy.url()), accepted).head()).isPresent();
        assertThat(requests).hasValue(2);
      }
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void goesWithoutOneWhereItNeedNotBe(String protocol) throws Exception {
    var parameters = new SSLParameters(null, new String[] {protocol});
    parameters.setWantClientAuth(true);
    var server = TestKeys.server(keys, new AtomicInteger(), parameters);
    try {
      var url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
      assertThat(get(url, Optional.empty()).head()).map(ResponseHead::status).contains(200);
    } finally {
      server.stop(0);
    }
  }

  /** As some do: no alert tells why. */
  @Test
  void findsOutWhyAServerClosesTheConnection() throws Exception {
    try (var server = server(SSLSocket::close)) {
      assertThat(refusal(get(url(server), Optional.empty())))
          .isEqualTo(GOT_NONE + "it closed the connection");
      assertThat(refusal(get(url(server), accepted)))
          .isEqualTo(REFUSES + "it closed the connection");
    }
  }

  /** The certificate is no excuse for a server that takes it, and then fails. */
  @Test
  void blamesAServerThatClosesTheConnectionWhenTheRequestCame() throws Exception {
    try (var server = server(socket -> socket.getInputStream().read())) {
      for (var certificate : List.of(accepted, Optional.<ClientCertificate>empty())) {
        var failure = get(url(server), certificate).failure();
        assertThat(failure).map(Failure::kind).contains(Kind.NO_RESPONSE);
      }
    }
  }

  /** Of which nothing is lost here, since the server reads what the client sends. */
  @Test
  void tellsTheAlertThatFollowsTheHandshake() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> refuse(server));
      var url = URI.create("https://127.0.0.1:" + server.getLocalPort());
      assertThat(refusal(TestSender.get(TestSender.sender(url, route(Optional.empty(), accepted)))))
          .startsWith(REFUSES + "Received fatal alert: ");
    }
  }

  private static void refuse(ServerSocket server) {
    try (var plain = server.accept()) {
      var factory = TestKeys.context(serverAlone()).getSocketFactory();
      var socket = (SSLSocket) factory.createSocket(plain, null, false);
      socket.setNeedClientAuth(true);
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
      plain.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** With which the server trusts no client. */
  private static KeyStore serverAlone() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    TestKeys.copy(keys, "server", store);
    return store;
  }

  private interface Connected {
    void accept(SSLSocket socket) throws IOException;
  }

  /** Asks for a certificate, does without one, and closes each connection after that. */
  private static SSLServerSocket server(Connected then) throws Exception {
    var factory = TestKeys.context(keys).getServerSocketFactory();
    var server =
        (SSLServerSocket) factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setWantClientAuth(true);
    CompletableFuture.runAsync(
        () -> {
          while (!server.isClosed()) {
            try (var socket = (SSLSocket) server.accept()) {
              socket.startHandshake();
              then.accept(socket);
            } catch (IOException e) {
              // The client closed the connection, or the server was closed.
            }
          }
        });
    return server;
  }

  private static URI url(SSLServerSocket server) {
    return URI.create("https://127.0.0.1:" + server.getLocalPort());
  }

  private static String refusal(Exchange exchange) {
    var failure = exchange.failure().orElseThrow();
    assertThat(failure.kind()).as(failure.reason()).isEqualTo(Kind.CLIENT_CERTIFICATE);
    return failure.reason();
  }

  private static Exchange get(URI url, Optional<ClientCertificate> certificate) throws Exception {
    return get(url, Optional.empty(), certificate);
  }

  private static Exchange get(URI url, Optional<URI> proxy, Optional<ClientCertificate> certificate)
      throws Exception {
    var sender = TestSender.sender(url, route(proxy, certificate));
    return sender.explained(TestSender.get(sender));
  }

  private static Route route(Optional<URI> proxy, Optional<ClientCertificate> certificate)
      throws Exception {
    var trusted = new CertificateAuthorities(List.of(keys.getCertificate("authority")));
    return new Route(proxy, Optional.empty(), Optional.of(trusted), certificate, Optional.empty());
  }
}
