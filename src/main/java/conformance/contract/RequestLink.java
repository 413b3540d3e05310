package conformance.contract;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the target's logs of a request are found.
 *
 * @param pattern a URL, in which {@code {}} stands for the request's id
 */
public record RequestLink(String pattern) {
  /** What stands for the id. */
  public static final String PLACE = "{}";

  /** Version, trace-id, parent-id and flags, with hyphens between (W3C Trace Context). */
  private static final int TRACE_ID = 1;

  /** The link by the id that the response names; if it names none, by that of the trace. */
  public URI to(Exchange exchange) {
    var id =
        exchange
            .requestId()
            .map(ResponseHead.Header::value)
            .filter(shown -> Excerpt.beginningOfCut(shown).isEmpty())
            .orElseGet(() -> exchange.traceparent().split("-")[TRACE_ID]);
    var encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(pattern.replace(PLACE, encoded));
  }
}
