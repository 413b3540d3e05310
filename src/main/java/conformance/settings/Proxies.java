package conformance.settings;

import conformance.http.ProxyUser;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy of the settings, and those that are set for other programs. */
final class Proxies {
  private Proxies() {}

  /** Refused for an http target, since the proxy could read the token. */
  static Optional<URI> of(Values values) {
    var proxy = values.optional("target.proxy", Parser.PROXY);
    values.refuseIf(
        proxy.isPresent()
            && values
                .keys
                .value("target.url")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("http:"),
        "target.proxy needs an https target.url: over http the proxy could read the token");
    return proxy;
  }

  /** Whom to name where the proxy asks. */
  static Optional<ProxyUser> user(Values values) {
    var password = values.secret("target.proxy_password");
    var name = values.keys.value("target.proxy_user");
    values.refuseIf(
        name.isPresent() != password.isPresent(),
        "target.proxy_user and TARGET_PROXY_PASSWORD go together: set both, or neither");
    values.refuseIf(
        name.isPresent() && !values.given("target.proxy"),
        "target.proxy_user needs target.proxy, which is not set");
    // RFC 7617, section 2; what follows the colon may be the password.
    values.refuseIf(
        name.filter(it -> it.contains(":")).isPresent(),
        "target.proxy_user: expected a name without a colon. Its password belongs into"
            + " TARGET_PROXY_PASSWORD");
    return password.flatMap(secret -> name.map(it -> new ProxyUser(it, secret)));
  }

  /**
   * The name of what sets a proxy for https in other programs, such as curl, if no proxy of ours is
   * set and that one is meant for the host.
   */
  static Optional<String> unused(Values values, Optional<URI> url) {
    if (url.filter(it -> it.getScheme().equals("https")).isEmpty()
        || values.given("target.proxy")) {
      return Optional.empty();
    }
    var host = url.get().getHost().toLowerCase(Locale.ROOT);
    var variables = Stream.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");
    return Stream.concat(
            variables.filter(name -> set(values, name) && !exempt(values, host)),
            Stream.of("https.proxyHost").filter(values.keys.properties()::containsKey))
        .findFirst();
  }

  private static boolean set(Values values, String variable) {
    return !values.keys.environment().getOrDefault(variable, "").isBlank();
  }

  /** Whether NO_PROXY names the host, a domain that it is in, or every host. */
  private static boolean exempt(Values values, String host) {
    return Stream.of("NO_PROXY", "no_proxy")
        .flatMap(name -> Stream.of(values.keys.environment().getOrDefault(name, "").split(",")))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || entry.equals(host) || host.endsWith("." + entry));
  }
}
