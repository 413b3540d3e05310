package conformance.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * A filter that replaces each malformed UTF-8 sequence (RFC 3629) by U+FFFD and records it, so that
 * the rest can still be examined.
 *
 * <p>{@link Encoding} detects other encodings, by a byte order mark or by zero bytes.
 */
final class Utf8Stream extends InputStream {
  private static final int BUFFER = 16 * 1024;

  /** Only a single token can contain more unpolled sequences; further ones are not reported. */
  private static final int MAX_UNPOLLED = 2 * BUFFER;

  /** U+FFFD. */
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  /** The high bit of eight bytes, which no ASCII character has. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  /** A malformed sequence: the byte offset of its U+FFFD in the output, and its bytes in hex. */
  record Malformed(long at, String bytes) {}

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer raw = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER);

  /** The output buffer, large enough if every byte is replaced. */
  private final ByteBuffer checked = ByteBuffer.allocate(BUFFER * REPLACEMENT.length).flip();

  private final Positions positions = new Positions();
  private final Deque<Malformed> malformed = new ArrayDeque<>();
  private long bytes;
  private boolean ascii;
  private boolean ended;

  Utf8Stream(InputStream in) {
    this.in = in;
  }

  /** Removes the first malformed sequence before offset {@code end}; null if there is none. */
  Malformed pollBefore(long end) {
    var first = malformed.peek();
    return first != null && first.at() < end ? malformed.poll() : null;
  }

  /** Whether there is a sequence to poll; cheap enough to call after each value. */
  boolean hasMalformed() {
    return !malformed.isEmpty();
  }

  /** How many bytes have been read from this stream. */
  long bytes() {
    return bytes;
  }

  /** Positions in the bytes read last. */
  Positions positions() {
    return positions;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    while (!checked.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
      check();
    }
    var count = Math.min(length, checked.remaining());
    positions.next(checked.array(), checked.position(), count, ascii);
    checked.get(buffer, start, count);
    bytes += count;
    return count;
  }

  private void fill() throws IOException {
    raw.compact();
    var count = in.read(raw.array(), raw.position(), raw.remaining());
    ended = count < 0;
    raw.position(raw.position() + Math.max(0, count)).flip();
  }

  /** Checks the input buffer, except an incomplete sequence at its end. */
  private void check() {
    checked.clear();
    copy(endOfAscii());
    ascii = !raw.hasRemaining();
    var wellFormed = false;
    while (!wellFormed && raw.hasRemaining()) {
      raw.mark();
      var result = decoder.decode(raw, decoded.clear(), ended);
      var end = raw.position();
      raw.reset();
      copy(end);
      wellFormed = !result.isMalformed();
      if (!wellFormed) {
        replace(result.length());
      }
    }
    checked.flip();
  }

  /** Checks eight bytes at a time, since nearly every text is all ASCII. */
  private int endOfAscii() {
    var end = raw.position();
    while (end + Long.BYTES <= raw.limit() && (raw.getLong(end) & NOT_ASCII) == 0) {
      end += Long.BYTES;
    }
    while (end < raw.limit() && raw.get(end) >= 0) {
      end++;
    }
    return end;
  }

  private void copy(int end) {
    checked.put(raw.array(), raw.position(), end - raw.position());
    raw.position(end);
  }

  private void replace(int length) {
    var sequence = new byte[length];
    raw.get(sequence);
    if (malformed.size() < MAX_UNPOLLED) {
      var hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(sequence);
      malformed.add(new Malformed(bytes + checked.position(), hex));
    }
    checked.put(REPLACEMENT);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
