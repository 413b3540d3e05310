package conformance.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A body whose end counts only if it comes in time: a connection that is closed at its deadline may
 * look like one that the target has closed after the last byte. What has failed goes on failing,
 * since a coding that looks for more than it needs keeps a failure to itself; what has ended in
 * time stays ended.
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
  private interface Reading {
    int read() throws IOException;
  }

  @Override
  public int read() throws IOException {
    return inTime(in::read);
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    return inTime(() -> in.read(buffer, start, length));
  }

  private int inTime(Reading reading) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return -1;
    }
    try {
      var read = reading.read();
      if (read < 0 && overdue.getAsBoolean()) {
        throw new SocketTimeoutException("the deadline passed before the end");
      }
      ended = read < 0;
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
