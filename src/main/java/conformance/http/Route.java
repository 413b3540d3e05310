package conformance.http;

import java.net.URI;
import java.util.Optional;

/**
 * How to connect to a target.
 *
 * @param proxy the HTTP proxy to use: {@code http://host:port}
 * @param authorities certificate authorities to trust in addition to Java's
 */
public record Route(Optional<URI> proxy, Optional<CertificateAuthorities> authorities) {
  /** No proxy, and no other certificate authorities than Java's. */
  public static final Route DIRECT = new Route(Optional.empty(), Optional.empty());
}
