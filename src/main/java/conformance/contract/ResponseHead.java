package conformance.contract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Status and header fields of a response.
 *
 * @param status HTTP status code
 * @param headers header fields in the order of arrival, redacted
 */
public record ResponseHead(int status, List<Header> headers) {
  /** The content codings that a request says it accepts. */
  public static final String ENCODINGS = "gzip";

  /** A header field with its name as it was received, with white space that is not allowed. */
  public record Header(String name, String value) {}

  public ResponseHead {
    headers = List.copyOf(headers);
  }

  /** The values of every field named {@code name}, in any case. */
  public List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.name().strip().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Whether the target asks clients to retry later: 429 (RFC 6585) or 503 (RFC 9110). */
  public boolean busy() {
    return status == 429 || status == 503;
  }

  /** Whether the body is in a coding that the request accepts (RFC 9110, section 12.5.3). */
  public boolean decodable() {
    var codings = codings();
    return codings.isEmpty() || codings.equals(List.of(ENCODINGS));
  }

  /** The content codings of the body without {@code identity} (RFC 9110, section 8.4.1). */
  public List<String> codings() {
    return values("Content-Encoding").stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
        .map(coding -> coding.equals("x-gzip") ? "gzip" : coding)
        .toList();
  }
}
