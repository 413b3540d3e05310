package conformance.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Decodes UTF-8 (RFC 3629) and notes each malformed sequence instead of stopping at it.
 *
 * <p>A malformed sequence is read as U+FFFD, so that what comes after it can still be judged. Two
 * bytes of a byte order mark in another encoding, or zero bytes where ASCII is due, are left to
 * {@link Encoding}.
 */
final class Utf8Reader extends Reader {
  /** More wait to be polled only when one token holds them all: further ones are not told. */
  private static final int WAITING = 1_000;

  private static final int BUFFER = 64 * 1024;

  /** A malformed sequence: where U+FFFD stands for it, in characters, and its bytes in hex. */
  record Malformed(long at, String bytes) {}

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final Deque<Malformed> malformed = new ArrayDeque<>();
  private long characters;
  private boolean ended;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  /** The first malformed sequence before the character {@code end}, once; null if there is none. */
  Malformed pollBefore(long end) {
    var first = malformed.peek();
    return first != null && first.at() < end ? malformed.poll() : null;
  }

  /** Whether a malformed sequence waits to be polled: cheap, for a look after each token. */
  boolean hasMalformed() {
    return !malformed.isEmpty();
  }

  /** How many characters have been decoded. */
  long characters() {
    return characters;
  }

  @Override
  public int read(char[] buffer, int start, int length) throws IOException {
    var out = CharBuffer.wrap(buffer, start, length).slice();
    while (out.position() == 0) {
      var result = decoder.decode(bytes, out, ended);
      if (result.isMalformed()) {
        if (out.hasRemaining()) {
          replace(out, result.length());
        }
      } else if (out.position() == 0 && !fill()) {
        return -1;
      }
    }
    characters += out.position();
    return out.position();
  }

  private void replace(CharBuffer out, int length) {
    var sequence = new byte[length];
    bytes.get(sequence);
    if (malformed.size() < WAITING) {
      malformed.add(
          new Malformed(
              characters + out.position(),
              HexFormat.ofDelimiter(" ").withUpperCase().formatHex(sequence)));
    }
    out.put('\uFFFD');
  }

  /** Reads more bytes. False at the end of the stream, when all bytes have been decoded. */
  private boolean fill() throws IOException {
    if (ended) {
      return bytes.hasRemaining();
    }
    bytes.compact();
    var count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
