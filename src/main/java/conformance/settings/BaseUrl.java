package conformance.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parses and checks the base URL of a target, to which the token will be sent.
 *
 * @param plainHttp hosts to which it may be sent over plain http
 */
record BaseUrl(List<String> plainHttp) implements Parser<URI> {

  @Override
  public URI parse(String text) {
    // Before all else: what other messages quote may be a part of a password.
    check(
        !text.contains("@"),
        "a base URL without a user: the token alone says who asks. An @ in the path is written %40");
    var url = uri(text);
    var host = url.getHost();
    check(
        host != null || url.getAuthority() == null || !url.getAuthority().contains("_"),
        "a host name without an underscore, as a URL demands: give the host another name, such as"
            + " an alias of its network");
    check(
        Set.of("http", "https").contains(Optional.ofNullable(url.getScheme()).orElse(""))
            && host != null,
        "an http or https URL, as in https://staging.example.com");
    check(
        url.getRawQuery() == null && url.getRawFragment() == null,
        "a base URL without query and fragment");
    check(
        address(host).filter(InetAddress::isAnyLocalAddress).isEmpty(),
        "a host to connect to, such as 127.0.0.1: %s is where a server listens".formatted(host));
    check(
        url.getScheme().equals("https") || loopback(host) || allowsPlainHttp(host),
        "https, since the token could be read on the way to a host that is not this machine. Where"
            + " nobody else is on the way, target.plain_http=%s allows http".formatted(host));
    return url;
  }

  /** Why the token can be read on the way; empty if it cannot. */
  Optional<String> risk(URI url) {
    return url.getScheme().equals("http") && !loopback(url.getHost())
        ? Optional.of(
            "the token goes to %s over plain http, as target.plain_http allows: whoever is on the way can read it"
                .formatted(url.getHost()))
        : Optional.empty();
  }

  /** The scheme is case-insensitive (RFC 3986, section 3.1). */
  private static URI uri(String text) {
    try {
      var url = new URI(text);
      var scheme = Optional.ofNullable(url.getScheme()).orElse("");
      return new URI(scheme.toLowerCase(Locale.ROOT) + text.substring(scheme.length()));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a URL, but there is an " + e.getReason(), e);
    }
  }

  private boolean allowsPlainHttp(String host) {
    return plainHttp.stream().anyMatch(host::equalsIgnoreCase);
  }

  /** Accepts addresses, and {@code localhost} with all below it (RFC 6761, section 6.3). */
  private static boolean loopback(String host) {
    return host.toLowerCase(Locale.ROOT).matches("(.+\\.)?localhost\\.?")
        || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** The address that {@code host} is; empty if it is a name, which is not looked up. */
  private static Optional<InetAddress> address(String host) {
    try {
      return host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")
          ? Optional.of(InetAddress.getByName(host))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static void check(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(expected);
    }
  }
}
