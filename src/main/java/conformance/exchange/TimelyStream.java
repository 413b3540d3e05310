package conformance.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A body whose end counts only if it comes in time: a connection that is closed at its deadline may
 * look like one that the target has closed after the last byte.
 */
final class TimelyStream extends FilterInputStream {
  private final BooleanSupplier overdue;

  TimelyStream(InputStream in, BooleanSupplier overdue) {
    super(in);
    this.overdue = overdue;
  }

  @Override
  public int read() throws IOException {
    return inTime(super.read());
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    return inTime(super.read(buffer, start, length));
  }

  private int inTime(int read) throws SocketTimeoutException {
    if (read < 0 && overdue.getAsBoolean()) {
      throw new SocketTimeoutException("the deadline passed before the end");
    }
    return read;
  }
}
