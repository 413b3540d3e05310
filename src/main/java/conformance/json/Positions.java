package conformance.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.TokenStreamLocation;

/**
 * Converts the parser's positions in a UTF-8 text, whose columns count bytes, to characters.
 *
 * <p>They differ by the continuation bytes in the line. Only lines that have some are counted, so
 * that ASCII costs no time.
 */
final class Positions {
  private byte[] chunk = {};
  private int start;
  private int end;

  /** The offset of the end of the chunk in the text. */
  private long bytes;

  private boolean ascii;

  /** Continuation bytes before the chunk, in the line that continues in it. */
  private int before;

  /** The same for the next chunk. */
  private int after;

  /** A marked offset, and the continuation bytes before it in its line; negative if not known. */
  private long mark;

  private int beforeMark;

  /** What precedes the text that the parser has read: it may be another one than at the start. */
  private long skipped;

  private int skippedLines;
  private int skippedColumns;

  /**
   * Sets the current chunk of the text, which must not change until {@link #leave()}.
   *
   * @param ascii whether the chunk is ASCII only
   */
  void next(byte[] chunk, int start, int length, boolean ascii) {
    this.ascii = ascii;
    this.chunk = chunk;
    this.start = start;
    this.end = start + length;
    bytes += length;
    before = after;
    if (before > 0 || !ascii) {
      var line = end;
      while (line > start && chunk[line - 1] != '\n' && chunk[line - 1] != '\r') {
        line--;
      }
      after = (line > start ? 0 : before) + continuationBytes(line, end);
    }
  }

  /** Marks an offset in the current chunk. */
  void mark(long offset) {
    mark = offset;
    beforeMark = -1;
  }

  /** To be called before the chunk changes. */
  void leave() {
    if (beforeMark < 0) {
      beforeMark = beforeMark();
    }
  }

  private int beforeMark() {
    if (ascii && before == 0) {
      return 0;
    }
    var at = end - (int) (bytes - mark);
    var line = at;
    while (line > start && chunk[line - 1] != '\n' && chunk[line - 1] != '\r') {
      line--;
    }
    return (line > start ? 0 : before) + continuationBytes(line, at);
  }

  /**
   * Continues one byte before the mark, with another parser, which counts from there.
   *
   * @param location of the mark, by the parser so far
   */
  void restart(TokenStreamLocation location) {
    leave();
    after = beforeMark;
    bytes = mark - 1;
    skippedColumns = columnNr(location) - 2;
    skippedLines += location.getLineNr() - 1;
    skipped = bytes;
  }

  /** Where the parser began. */
  long offset() {
    return skipped;
  }

  /** The offset in the text. */
  long offset(TokenStreamLocation position) {
    return skipped + position.getByteOffset();
  }

  private int columnNr(TokenStreamLocation position) {
    return position.getColumnNr() + (position.getLineNr() == 1 ? skippedColumns : 0);
  }

  /** A position in the current chunk, or the start of an ASCII token that continues in it. */
  String of(TokenStreamLocation position) {
    return "line %d, column %d".formatted(skippedLines + position.getLineNr(), column(position));
  }

  /**
   * Corrects the parser's message, which may quote the first byte of an unexpected character, to
   * quote the whole character.
   */
  String quoting(TokenStreamLocation position, String message) {
    var at = at(position);
    if (at < start || at >= end || (chunk[at] & 0xC0) != 0xC0) {
      return message;
    }
    var rest = new String(chunk, at, Math.min(4, chunk.length - at), StandardCharsets.UTF_8);
    var character = Character.toString(rest.codePointAt(0));
    return message.replace("'" + (char) (chunk[at] & 0xFF) + "'", "'" + character + "'");
  }

  private int at(TokenStreamLocation position) {
    return (int) (end - (bytes - offset(position)));
  }

  private int column(TokenStreamLocation position) {
    var at = at(position);
    var line = at - (columnNr(position) - 1);
    // The parser points to the last byte of an unexpected character.
    return columnNr(position)
        - (line < start ? before : 0)
        - continuationBytes(Math.max(line, start), Math.min(at + 1, end));
  }

  private int continuationBytes(int from, int to) {
    var count = 0;
    for (var i = from; i < to; i++) {
      count += (chunk[i] & 0xC0) == 0x80 ? 1 : 0;
    }
    return count;
  }
}
