package conformance.http;

import java.net.URI;
import java.util.Optional;

/**
 * How to connect to a target.
 *
 * @param proxy the HTTP proxy to use: {@code http://host:port}
 * @param proxyUser whom to name where the proxy asks
 * @param authorities certificate authorities to trust in addition to Java's
 * @param certificate the client certificate to show to a server that asks for one
 * @param unused the variable or property of another program that names a proxy, if it is not used
 */
public record Route(
    Optional<URI> proxy,
    Optional<ProxyUser> proxyUser,
    Optional<CertificateAuthorities> authorities,
    Optional<ClientCertificate> certificate,
    Optional<String> unused) {
  /** No proxy, and no other certificate authorities than Java's. */
  public static final Route DIRECT = new Route(Optional.empty(), Optional.empty());

  public Route(Optional<URI> proxy, Optional<CertificateAuthorities> authorities) {
    this(proxy, Optional.empty(), authorities, Optional.empty(), Optional.empty());
  }

  /** The port of a proxy, that of http by default. */
  static int port(URI proxy) {
    return proxy.getPort() < 0 ? 80 : proxy.getPort();
  }
}
