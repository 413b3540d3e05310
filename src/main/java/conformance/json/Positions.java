package conformance.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.TokenStreamLocation;

/**
 * Tells line and column, in characters, of places in a UTF-8 text whose parser counts bytes.
 *
 * <p>Its columns differ by the bytes that do not begin a character. Those are counted only in a
 * line that has some, so that ASCII takes no time.
 */
final class Positions {
  private byte[] part = {};
  private int start;
  private int end;

  /** How many bytes there are up to the end of the part. */
  private long bytes;

  /** How many bytes begin no character, before the part, in the line that goes on in it. */
  private int before;

  /** The same before the next part. */
  private int after;

  /**
   * Takes note of the next part of the text, which nobody changes until the one after it.
   *
   * @param ascii whether it is ASCII only
   */
  void next(byte[] part, int start, int length, boolean ascii) {
    this.part = part;
    this.start = start;
    this.end = start + length;
    bytes += length;
    before = after;
    if (before > 0 || !ascii) {
      var line = end;
      while (line > start && part[line - 1] != '\n' && part[line - 1] != '\r') {
        line--;
      }
      after = (line > start ? 0 : before) + within(line, end);
    }
  }

  /** A place in the last part, or the beginning of a token of ASCII that goes on in it. */
  String of(TokenStreamLocation place) {
    return "line %d, column %d".formatted(place.getLineNr(), column(place));
  }

  /**
   * What the parser says of a place, with the character that stands there: of one that it does not
   * expect it may have quoted the first byte.
   */
  String quoting(TokenStreamLocation place, String said) {
    var at = at(place);
    if (at < start || at >= end || (part[at] & 0xC0) != 0xC0) {
      return said;
    }
    var rest = new String(part, at, Math.min(4, part.length - at), StandardCharsets.UTF_8);
    var character = Character.toString(rest.codePointAt(0));
    return said.replace("'" + (char) (part[at] & 0xFF) + "'", "'" + character + "'");
  }

  private int at(TokenStreamLocation place) {
    return (int) (end - (bytes - place.getByteOffset()));
  }

  private int column(TokenStreamLocation place) {
    var at = at(place);
    var line = at - (place.getColumnNr() - 1);
    // The parser tells the last byte of a character that it did not expect.
    return place.getColumnNr()
        - (line < start ? before : 0)
        - within(Math.max(line, start), Math.min(at + 1, end));
  }

  private int within(int from, int to) {
    var count = 0;
    for (var i = from; i < to; i++) {
      count += (part[i] & 0xC0) == 0x80 ? 1 : 0;
    }
    return count;
  }
}
