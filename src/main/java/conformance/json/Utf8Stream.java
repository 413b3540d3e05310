package conformance.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import tools.jackson.core.TokenStreamLocation;

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

  private static final long ONES = 0x0101010101010101L;

  /** The high bit of eight bytes, which no ASCII character has. */
  private static final long HIGH = ONES << 7;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

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
  private final RetainedBytes retained = new RetainedBytes();

  /** Output that is to be read again. */
  private ByteBuffer again = ByteBuffer.allocate(0);

  private boolean againAscii;

  private final Deque<Malformed> malformed = new ArrayDeque<>();
  private long bytes;
  private boolean ascii;

  /** Whether there is a backslash in the output buffer. */
  private boolean escaped;

  private boolean ended;
  private IOException broken;

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

  /** Retains the output from {@code start} on, the parser's current token. */
  void mark(TokenStreamLocation start) {
    var offset = positions.offset(start);
    positions.mark(offset);
    retained.mark(offset);
  }

  /** Whether there is an escape of a surrogate from the mark to {@code end}. */
  boolean hasSurrogate(TokenStreamLocation end) {
    return retained.hasSurrogate(positions.offset(end));
  }

  /** Retains no more. */
  void release() {
    retained.release();
  }

  /**
   * Goes back to the mark, with an opening bracket in place of the byte before it: so another
   * parser can go on there in a list, with the same limits of nesting.
   *
   * @param start the location of the mark, as the parser so far told it
   */
  void restart(TokenStreamLocation start) {
    positions.restart(start);
    var restAscii = againAscii || !again.hasRemaining();
    again = retained.take(again);
    againAscii = restAscii && retained.tookAscii();
    bytes = positions.offset();
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
    positions.leave();
    retained.putAside();
    if (again.hasRemaining()) {
      return give(again, againAscii, true, buffer, start, length);
    }
    while (!checked.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
      check();
    }
    return give(checked, ascii, escaped, buffer, start, length);
  }

  private int give(
      ByteBuffer from, boolean ascii, boolean escaped, byte[] buffer, int start, int length) {
    var count = Math.min(length, from.remaining());
    positions.next(from.array(), from.position(), count, ascii);
    retained.next(from.array(), from.position(), count, ascii, escaped);
    from.get(buffer, start, count);
    bytes += count;
    return count;
  }

  private void fill() throws IOException {
    if (broken != null) {
      throw broken;
    }
    raw.compact();
    var count = readOnce();
    ended = count < 0;
    raw.position(raw.position() + Math.max(0, count)).flip();
  }

  private int readOnce() throws IOException {
    try {
      return in.read(raw.array(), raw.position(), raw.remaining());
    } catch (IOException e) {
      broken = e; // for a parser that goes on in place of this one
      throw e;
    }
  }

  /** Checks the input buffer, except an incomplete sequence at its end. */
  private void check() {
    checked.clear();
    look();
    if (ascii) {
      copy(raw.limit());
    }
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

  /** Looks at eight bytes at a time, since nearly every text is all ASCII and has no escape. */
  private void look() {
    var text = raw.array();
    var at = raw.position();
    var any = 0L;
    var others = HIGH;
    for (; at + Long.BYTES <= raw.limit(); at += Long.BYTES) {
      var eight = (long) EIGHT.get(text, at);
      any |= eight;
      others &= unlessBackslash(eight);
    }
    for (; at < raw.limit(); at++) {
      any |= text[at];
      others &= unlessBackslash(ONES * (text[at] & 0xFF));
    }
    ascii = (any & HIGH) == 0;
    escaped = others != HIGH;
  }

  /** Eight bytes, whose high bit is set unless there is a backslash. */
  private static long unlessBackslash(long eight) {
    var difference = eight ^ ONES * '\\';
    return (difference & ~HIGH) + ~HIGH | difference;
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
