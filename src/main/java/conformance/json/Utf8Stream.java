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
 * Passes on UTF-8 (RFC 3629) and notes each malformed sequence instead of stopping at it.
 *
 * <p>U+FFFD is passed on in the place of a malformed sequence, so that what comes after it can
 * still be judged. Two bytes of a byte order mark in another encoding, or zero bytes where ASCII is
 * due, are left to {@link Encoding}.
 */
final class Utf8Stream extends InputStream {
  private static final int BUFFER = 16 * 1024;

  /** More wait to be polled only when one token holds them all: further ones are not told. */
  private static final int WAITING = 2 * BUFFER;

  /** U+FFFD. */
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  /** The bit of each of eight bytes that no ASCII has. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  /** A malformed sequence: where U+FFFD stands for it, in bytes, and its own bytes in hex. */
  record Malformed(long at, String bytes) {}

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer raw = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER);

  /** What is passed on next, with room for the most that malformed bytes can become. */
  private final ByteBuffer checked = ByteBuffer.allocate(BUFFER * REPLACEMENT.length).flip();

  private final Positions positions = new Positions();
  private final Deque<Malformed> malformed = new ArrayDeque<>();
  private long bytes;
  private boolean ascii;
  private boolean ended;

  Utf8Stream(InputStream in) {
    this.in = in;
  }

  /** The first malformed sequence before the byte {@code end}, once; null if there is none. */
  Malformed pollBefore(long end) {
    var first = malformed.peek();
    return first != null && first.at() < end ? malformed.poll() : null;
  }

  /** Whether a malformed sequence waits to be polled: cheap, for a look after each value. */
  boolean hasMalformed() {
    return !malformed.isEmpty();
  }

  /** How many bytes have been passed on. */
  long bytes() {
    return bytes;
  }

  /** Of what was passed on last. */
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

  /** Looks at what has been read, but for a sequence at its end that may go on. */
  private void check() {
    checked.clear();
    pass(endOfAscii());
    ascii = !raw.hasRemaining();
    var sound = false;
    while (!sound && raw.hasRemaining()) {
      raw.mark();
      var result = decoder.decode(raw, decoded.clear(), ended);
      var end = raw.position();
      raw.reset();
      pass(end);
      sound = !result.isMalformed();
      if (!sound) {
        replace(result.length());
      }
    }
    checked.flip();
  }

  /** Nearly every text is ASCII throughout: to look at eight bytes at a time is not felt. */
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

  private void pass(int end) {
    checked.put(raw.array(), raw.position(), end - raw.position());
    raw.position(end);
  }

  private void replace(int length) {
    var sequence = new byte[length];
    raw.get(sequence);
    if (malformed.size() < WAITING) {
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
