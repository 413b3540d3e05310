package conformance.http;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Where the API under test is, and how it may be asked.
 *
 * @param url base URL; the paths of the operations follow
 * @param token what authorises the requests
 * @param timeout bound on one whole exchange: connecting, waiting, retrying, and the whole body
 * @param rate requests per second at most; none for no limit
 * @param concurrency exchanges at the same time at most
 * @param route the way there
 * @param maxBody longer bodies are cut off, in bytes after decompression
 */
public record Target(
    URI url,
    Token token,
    Duration timeout,
    OptionalDouble rate,
    int concurrency,
    Route route,
    long maxBody) {
  /** How many exchanges there are at the same time if nothing else is asked for. */
  public static final int CONCURRENCY = 2;

  /** A list of four million batches fits. */
  public static final long MAX_BODY = 2L << 30;

  /** A target that is reached directly, with the usual bound on bodies. */
  public Target(URI url, Token token, Duration timeout, OptionalDouble rate) {
    this(url, token, timeout, rate, CONCURRENCY, Route.DIRECT, MAX_BODY);
  }

  /** The URL of a path of the API, with no slash doubled where the two meet. */
  URI resolve(String path) {
    return URI.create(url.toString().replaceFirst("/+$", "") + path);
  }
}
