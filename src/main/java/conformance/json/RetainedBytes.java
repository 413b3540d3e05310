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

  /** Retains from {@code offset} on, which is in the current chunk. */
  void mark(long offset) {
    mark = offset;
    earlier.reset();
    earlierAscii = true;
  }

  void release() {
    mark = NONE;
  }

  /** Sets the current chunk, which must not change until {@link #putAside()}. */
  void next(byte[] chunk, int start, int length, boolean ascii) {
    this.chunk = chunk;
    this.end = start + length;
    this.length = length;
    this.ascii = ascii;
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

  private void writeChunk() {
    var retained = (int) Math.min(length, bytes - mark);
    earlier.write(chunk, end - retained, retained);
    earlierAscii &= ascii;
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
