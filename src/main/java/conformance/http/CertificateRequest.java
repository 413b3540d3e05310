package conformance.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509KeyManager;
import org.apache.http.HttpClientConnection;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/**
 * Shows the client certificate to a server that asks for one, whatever authorities it names, and
 * notes that it did ask. In TLS 1.3 it tells only after the handshake whether it accepts what it
 * got (RFC 8446, section 4.4.2.4).
 */
final class CertificateRequest implements X509KeyManager {
  /** How long a server may take to look at a certificate, in milliseconds. */
  private static final int WAIT = 2000;

  private final Optional<X509KeyManager> keys;
  private volatile Optional<String> asked = Optional.empty();

  CertificateRequest(Route route) {
    this.keys = route.certificate().map(ClientCertificate::keys);
  }

  /** That the server has asked for a client certificate, and what it got; empty if it did not. */
  Optional<String> asked() {
    return asked;
  }

  /** The TLS of one connection. */
  SSLContext context(Route route) {
    try {
      var context = SSLContext.getInstance("TLS");
      var trust = route.authorities().map(CertificateAuthorities::managers).orElse(null);
      context.init(new KeyManager[] {this}, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /**
   * Waits until the server has looked at what it got, if it has asked.
   *
   * @throws IOException if it refuses that
   */
  void awaitRefusal(HttpContext context) throws IOException {
    var connection = (HttpClientConnection) context.getAttribute(HttpCoreContext.HTTP_CONNECTION);
    if (asked.isPresent() && !connection.isResponseAvailable(WAIT) && connection.isStale()) {
      throw new SSLException("it closed the connection");
    }
  }

  @Override
  public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
    var alias = keys.map(mine -> mine.chooseClientAlias(types, null, socket));
    asked =
        Optional.of(
            "the server asks for a client certificate, and "
                + (alias.isPresent() ? "refuses that of target.client_certificate" : "got none"));
    return alias.orElse(null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return keys.map(mine -> mine.getCertificateChain(alias)).orElse(null);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return keys.map(mine -> mine.getPrivateKey(alias)).orElse(null);
  }

  @Override
  public String[] getClientAliases(String type, Principal[] issuers) {
    return keys.map(mine -> mine.getClientAliases(type, issuers)).orElse(null);
  }

  @Override
  public String[] getServerAliases(String type, Principal[] issuers) {
    throw new IllegalStateException("this is no server");
  }

  @Override
  public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    throw new IllegalStateException("this is no server");
  }
}
