package conformance.json;

import java.util.Optional;

/** Detects the encoding of a JSON text by its first bytes. */
final class Encoding {
  private Encoding() {}

  /**
   * The encoding, if it is UTF-16 or UTF-32, which JSON texts must not use (RFC 8259, section 8.1).
   *
   * <p>A JSON text starts with an ASCII character, so the positions of zero bytes show the encoding
   * (RFC 4627, section 3).
   */
  static Optional<String> otherThanUtf8(byte[] head) {
    if (head.length < 2) {
      return Optional.empty();
    }
    var first = head[0] & 0xFF;
    var second = head[1] & 0xFF;
    var utf32 = head.length >= 4 && head[2] == 0 && head[3] == 0;
    if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
      return Optional.of(utf32 ? "UTF-32LE" : "UTF-16LE");
    }
    if (first == 0xFE && second == 0xFF || first == 0) {
      return Optional.of(first == 0 && second == 0 ? "UTF-32BE" : "UTF-16BE");
    }
    return Optional.empty();
  }

  /** Whether the text starts with a UTF-8 byte order mark. */
  static boolean hasByteOrderMark(byte[] head) {
    return head.length >= 3
        && (head[0] & 0xFF) == 0xEF
        && (head[1] & 0xFF) == 0xBB
        && (head[2] & 0xFF) == 0xBF;
  }
}
