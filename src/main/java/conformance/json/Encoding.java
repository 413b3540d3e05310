package conformance.json;

import java.util.Optional;

/** What the first bytes of a JSON text say about its encoding. */
final class Encoding {
  private Encoding() {}

  /**
   * The encoding, if it is one of those that JSON texts must not have (RFC 8259, section 8.1).
   *
   * <p>A JSON text starts with an ASCII character, so where the zero bytes are tells UTF-16 and
   * UTF-32 apart (RFC 4627, section 3).
   */
  static Optional<String> foreign(byte[] head) {
    if (head.length < 2) {
      return Optional.empty();
    }
    var first = head[0] & 0xFF;
    var second = head[1] & 0xFF;
    var wide = head.length >= 4 && head[2] == 0 && head[3] == 0;
    if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
      return Optional.of(wide ? "UTF-32LE" : "UTF-16LE");
    }
    if (first == 0xFE && second == 0xFF || first == 0) {
      return Optional.of(first == 0 && second == 0 ? "UTF-32BE" : "UTF-16BE");
    }
    return Optional.empty();
  }

  /** Whether the text starts with the byte order mark of UTF-8. */
  static boolean marked(byte[] head) {
    return head.length >= 3
        && (head[0] & 0xFF) == 0xEF
        && (head[1] & 0xFF) == 0xBB
        && (head[2] & 0xFF) == 0xBF;
  }
}
