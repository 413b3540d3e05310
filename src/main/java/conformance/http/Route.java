package conformance.http;

import java.net.URI;
import java.util.Optional;

/**
 * The way to a target.
 *
 * @param proxy HTTP proxy that the requests go through, if any: {@code http://host:port}
 * @param authorities certificate authorities that are trusted besides Java's own, if any
 */
public record Route(Optional<URI> proxy, Optional<CertificateAuthorities> authorities) {
  /** No proxy, and nobody trusted but whom Java trusts. */
  public static final Route DIRECT = new Route(Optional.empty(), Optional.empty());
}
