package conformance.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Reports an end of stream after the deadline as a timeout, since a connection closed at the
 * deadline may look like one that the target closed after the last byte.
 *
 * <p>The outcome is final: after a failure every read fails again, because a decoder that reads
 * ahead may swallow the exception; after an end in time every read reports the end.
 */
final class DeadlineStream extends FilterInputStream {
  private final BooleanSupplier overdue;
  private IOException failure;
  private boolean ended;

  DeadlineStream(InputStream in, BooleanSupplier overdue) {
    super(in);
    this.overdue = overdue;
  }

  @FunctionalInterface
  private interface Read {
    int read() throws IOException;
  }

  @Override
  public int read() throws IOException {
    return beforeDeadline(in::read);
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    return beforeDeadline(() -> in.read(buffer, start, length));
  }

  private int beforeDeadline(Read read) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return -1;
    }
    try {
      var count = read.read();
      if (count < 0 && overdue.getAsBoolean()) {
        throw new SocketTimeoutException("the deadline passed before the end");
      }
      ended = count < 0;
      return count;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
