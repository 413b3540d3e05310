package conformance.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the content coding of a body (RFC 9110, section 8.4). */
final class Decoding {
  /** What a request says it accepts. */
  static final String ACCEPTED = "gzip";

  private Decoding() {}

  /** The decoded body; as it is when the coding is one that the request did not accept. */
  static InputStream decode(Head head, InputStream body) throws IOException {
    return gzip(head) ? new GZIPInputStream(body, 64 * 1024) : body;
  }

  private static boolean gzip(Head head) {
    return head.values("Content-Encoding").stream()
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .anyMatch(coding -> coding.equals("gzip") || coding.equals("x-gzip"));
  }
}
