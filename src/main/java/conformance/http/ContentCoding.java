package conformance.http;

import conformance.contract.ResponseHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Undoes the content coding of a body (RFC 9110, section 8.4). */
final class ContentCoding {
  private ContentCoding() {}

  /** The decoded body; as it is when the coding is one that the request did not accept. */
  static InputStream decode(ResponseHead head, CapturedStream body) throws IOException {
    if (!head.codings().equals(List.of(ResponseHead.ENCODINGS))) {
      return body;
    }
    // Where there is no body, there is none to decode: a server may mark all its responses.
    var members = new Members(body);
    var first = members.read();
    if (first < 0) {
      return members;
    }
    members.unread(first);
    return new Gzip(members, body);
  }

  /** Java lets pass whatever follows the last member. */
  private static final class Gzip extends GZIPInputStream {
    /** Checksum and length (RFC 1952, section 2.3). */
    private static final int TRAILER = 8;

    private final CapturedStream body;

    /** How many bytes had come when the inflater was given some last. */
    private long filled;

    private boolean within;

    Gzip(Members members, CapturedStream body) throws IOException {
      super(members, 64 * 1024);
      this.body = body;
    }

    @Override
    protected void fill() throws IOException {
      super.fill();
      filled = body.count();
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      if (within) {
        return 0; // A further member begins: Java would go one call deeper for each.
      }
      var read = 0;
      within = true;
      try {
        while (read == 0 && length > 0) {
          read = super.read(buffer, start, length);
        }
      } finally {
        within = false;
      }
      if (read < 0 && inf.getRemaining() + body.count() - filled > TRAILER) {
        throw new ZipException("something else follows it");
      }
      return read;
    }
  }

  /**
   * Bytes in which a further member may follow (RFC 1952, section 2.2): Java looks for one only
   * where some bytes are said to be there already, which depends on how they arrive.
   */
  private static final class Members extends PushbackInputStream {
    Members(InputStream body) {
      super(body);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
