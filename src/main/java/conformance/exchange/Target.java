package conformance.exchange;

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
 * @param route the way there
 */
public record Target(URI url, Token token, Duration timeout, OptionalDouble rate, Route route) {

  /** A target that is reached directly. */
  public Target(URI url, Token token, Duration timeout, OptionalDouble rate) {
    this(url, token, timeout, rate, Route.DIRECT);
  }

  /** The URL of a path of the API, with no slash doubled where the two meet. */
  URI resolve(String path) {
    return URI.create(url.toString().replaceFirst("/+$", "") + path);
  }
}
