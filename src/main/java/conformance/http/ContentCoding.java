package conformance.http;

import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Decodes the content coding of a body (RFC 9110, section 8.4). */
final class ContentCoding {
  private ContentCoding() {}

  /** The decoded body, or {@code body} itself if the request did not offer its coding. */
  static InputStream decode(ResponseHead head, CapturedStream body) throws IOException {
    if (!head.codings().equals(List.of(ResponseHead.ENCODINGS))) {
      return body;
    }
    // An empty body is not decoded: a server may send Content-Encoding with every response.
    var stream = new MemberStream(body);
    var first = stream.read();
    if (first < 0) {
      return stream;
    }
    stream.unread(first);
    return new Gzip(stream, body);
  }

  /** Rejects bytes after the last member, which Java ignores. */
  private static final class Gzip extends GZIPInputStream {
    /** The size of checksum and length in bytes (RFC 1952, section 2.3). */
    private static final int TRAILER = 8;

    private final CapturedStream body;

    /** The number of bytes received when the inflater was last fed. */
    private long filled;

    private boolean reading;

    Gzip(MemberStream stream, CapturedStream body) throws IOException {
      super(stream, 64 * 1024);
      this.body = body;
    }

    @Override
    protected void fill() throws IOException {
      super.fill();
      filled = body.count();
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      if (reading) {
        return 0; // Another member begins: Java reads it by recursion, one level for each.
      }
      var read = 0;
      reading = true;
      try {
        while (read == 0 && length > 0) {
          read = super.read(buffer, start, length);
        }
      } finally {
        reading = false;
      }
      if (read < 0 && inf.getRemaining() + body.count() - filled > TRAILER) {
        throw new ZipException("something else follows it");
      }
      return read;
    }
  }

  /**
   * Always claims to have bytes available: otherwise Java looks for another member (RFC 1952,
   * section 2.2) only if its bytes have already arrived.
   */
  private static final class MemberStream extends PushbackInputStream {
    MemberStream(InputStream body) {
      super(body);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
