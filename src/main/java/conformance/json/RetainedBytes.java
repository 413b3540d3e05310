package conformance.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a stream has given out since a mark, so that it can be read again.
 *
 * <p>The current chunk is kept by reference, and put aside only when the next one is asked for.
 */
final class RetainedBytes {
  /** Beyond it there is no going back to the mark: whoever set it must do before. */
  static final int MAX = 1_000_000;

  private static final long NONE = -1;

  private final ByteArrayOutputStream earlier = new ByteArrayOutputStream();
  private long mark = NONE;
  private byte[] chunk = {};
  private int end;
  private int length;

  /** The offset of the end of the chunk in the text. */
  private long bytes;

  private boolean ascii;
  private boolean earlierAscii;

  /** Whether there may be a backslash in the chunk. */
  private boolean escaped;

  private boolean earlierEscaped;

  /** Retains from {@code offset} on, which is in the current chunk. */
  void mark(long offset) {
    mark = offset;
    earlier.reset();
    earlierAscii = true;
    earlierEscaped = false;
  }

  void release() {
    mark = NONE;
  }

  /** Sets the current chunk, which must not change until {@link #putAside()}. */
  void next(byte[] chunk, int start, int length, boolean ascii, boolean escaped) {
    this.chunk = chunk;
    this.end = start + length;
    this.length = length;
    this.ascii = ascii;
    this.escaped = escaped;
    bytes += length;
  }

  /**
   * To be called before the chunk changes.
   *
   * @throws IOException if more than {@value #MAX} bytes would be retained; nothing is lost yet
   */
  void putAside() throws IOException {
    if (mark != NONE && length > 0) {
      if (earlier.size() + length > MAX) {
        throw new IOException("more than is retained");
      }
      writeChunk();
    }
  }

  /**
   * Whether there is an escape of a surrogate ({@code \\}{@code uD83D}) from the mark to an offset.
   */
  boolean hasSurrogate(long offset) {
    if (!escaped && !earlierEscaped) {
      return false;
    }
    var after = end - (int) (bytes - offset);
    var before = Math.max(end - length, end - (int) (bytes - mark));
    if (earlier.size() == 0) {
      return hasSurrogate(chunk, before, after);
    }
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(earlier.toByteArray());
    whole.write(chunk, before, Math.max(0, after - before));
    return hasSurrogate(whole.toByteArray(), 0, whole.size());
  }

  private static boolean hasSurrogate(byte[] text, int start, int end) {
    var at = start;
    while (at < end) {
      if (text[at] != '\\' || at + 1 >= end) {
        at++;
      } else if (text[at + 1] == 'u' && (text[at + 2] | 0x20) == 'd' && text[at + 3] > '7') {
        return true;
      } else {
        at += 2;
      }
    }
    return false;
  }

  private void writeChunk() {
    var retained = (int) Math.min(length, bytes - mark);
    earlier.write(chunk, end - retained, retained);
    earlierAscii &= ascii;
    earlierEscaped |= escaped;
    length = 0;
  }

  /** Returns all since the mark behind an opening bracket and before the rest. Retains no more. */
  ByteBuffer take(ByteBuffer rest) {
    writeChunk();
    var text = ByteBuffer.allocate(1 + earlier.size() + rest.remaining());
    text.put((byte) '[').put(earlier.toByteArray()).put(rest).flip();
    bytes = mark - 1;
    mark = NONE;
    return text;
  }

  /** Whether what was taken is all ASCII. */
  boolean tookAscii() {
    return earlierAscii;
  }
}
