package conformance.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Counts the bytes of a stream, enforces a limit, and keeps the first bytes for the report. */
final class CapturedStream extends FilterInputStream {
  /** The number of bytes to keep. */
  static final int KEPT = 16 * 1024;

  private final long limit;
  private final Optional<TokenSearch> search;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long count;

  /** A stream without a limit. */
  CapturedStream(InputStream in) {
    this(in, Long.MAX_VALUE, Optional.empty());
  }

  /**
   * Captures a stream.
   *
   * @param limit the maximum number of bytes; one more is an {@link OversizedBodyException}
   * @param search searches the bytes for the token
   */
  CapturedStream(InputStream in, long limit, Optional<TokenSearch> search) {
    super(in);
    this.limit = limit;
    this.search = search;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    var read = super.read(buffer, start, length);
    if (read > 0) {
      count += read;
      search.ifPresent(s -> s.accept(buffer, start, read));
      kept.write(buffer, start, Math.min(read, KEPT - kept.size()));
      if (count > limit) {
        throw new OversizedBodyException(limit);
      }
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, KEPT)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Does nothing: a handler that closes the body early must not end the exchange. */
  @Override
  public void close() {}

  long count() {
    return count;
  }

  String beginning() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
