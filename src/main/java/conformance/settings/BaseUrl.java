package conformance.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/** Parses and checks the base URL of a target, to which the token will be sent. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * Parses {@code text}.
   *
   * @throws IllegalArgumentException whose message says what was expected
   */
  static URI parse(String text) {
    var url = uri(text);
    var scheme = Optional.ofNullable(url.getScheme()).orElse("");
    if (!Set.of("http", "https").contains(scheme) || url.getHost() == null) {
      throw new IllegalArgumentException("an http or https URL, as in https://staging.example.com");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a base URL without user, query and fragment");
    }
    if (scheme.equals("http") && !loopback(url.getHost())) {
      throw new IllegalArgumentException(
          "https, since the token could be read on the way to a host that is not this machine");
    }
    return url;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a URL, but there is an " + e.getReason(), e);
    }
  }

  /** Accepts addresses and the reserved name {@code localhost} only (RFC 6761, section 6.3). */
  private static boolean loopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
