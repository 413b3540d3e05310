package conformance.http;

import java.net.URI;
import java.util.List;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.auth.params.AuthPNames;
import org.apache.http.client.params.AuthPolicy;
import org.apache.http.impl.client.AbstractHttpClient;

/** Who a proxy lets through. Its {@link #toString} does not show the password. */
@SuppressWarnings("deprecation") // REST Assured requires Apache HttpClient's deprecated API
public final class ProxyUser {
  private final String name;
  private final String password;

  public ProxyUser(String name, String password) {
    this.name = name;
    this.password = password;
  }

  /** Answers the proxy where it asks, and nobody else (RFC 9110, section 11.7.1). */
  void allow(URI proxy, AbstractHttpClient client) {
    client
        .getCredentialsProvider()
        .setCredentials(
            new AuthScope(proxy.getHost(), Route.port(proxy)),
            new UsernamePasswordCredentials(name, password));
    // Others that a proxy may offer need more than a user and a password.
    client
        .getParams()
        .setParameter(AuthPNames.PROXY_AUTH_PREF, List.of(AuthPolicy.DIGEST, AuthPolicy.BASIC));
  }

  /** The password, and how Basic joins it to the user. */
  void addTo(Secrets secrets) {
    secrets.addPassword(password);
    secrets.add(name + ":" + password);
  }

  @Override
  public String toString() {
    return name + ":" + Redaction.MASK;
  }
}
