package conformance.http;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Where the API under test is, and how to send requests to it.
 *
 * @param url the base URL, to which paths are appended
 * @param tokens what says who asks
 * @param timeout limit on one exchange, from connecting to the end of the body, retries included
 * @param rate the most requests per second; no limit if empty
 * @param concurrency the most exchanges at the same time
 * @param route how to connect
 * @param maxBody the longest body to read, in bytes after decompression
 */
public record Target(
    URI url,
    Tokens tokens,
    Duration timeout,
    OptionalDouble rate,
    int concurrency,
    Route route,
    long maxBody) {
  /** The default of {@code concurrency}. */
  public static final int CONCURRENCY = 2;

  /** The default of {@code maxBody}: enough for a list of four million batches. */
  public static final long MAX_BODY = 2L << 30;

  /** A target with a direct connection and default limits. */
  public Target(URI url, Token token, Duration timeout, OptionalDouble rate) {
    this(url, Tokens.of(token), timeout, rate, CONCURRENCY, Route.DIRECT, MAX_BODY);
  }

  /** All that is sent to the target, or on the way to it, and must not be shown. */
  Secrets secrets() {
    var secrets = Secrets.of(tokens.first());
    tokens.other().ifPresent(secrets::add);
    route.proxyUser().ifPresent(user -> user.addTo(secrets));
    return secrets;
  }

  /** Appends {@code path} to the base URL, without a double slash between them. */
  URI resolve(String path) {
    return URI.create(url.toString().replaceFirst("/+$", "") + path);
  }
}
