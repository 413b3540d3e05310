package conformance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import conformance.contract.Failure;
import conformance.contract.Failure.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.params.HttpParams;

/**
 * A protocol that a port speaks instead of HTTP/1.1, known by the first bytes that come: whoever
 * listens there is not the API.
 *
 * @param first the first bytes, as ISO 8859-1
 */
record OtherProtocol(Pattern first, Failure failure) {
  private static final int LENGTH = 9;

  private static final List<OtherProtocol> ALL =
      List.of(
          // An alert or handshake record (RFC 8446, section 5.1).
          of("[\\x15\\x16]\\x03.*", Kind.TLS_ONLY, TlsOnly.REASON),
          // A SETTINGS frame on stream 0 (RFC 9113, section 6.5).
          of(
              "\\x00..\\x04.\\x00{4}",
              Kind.OTHER_PROTOCOL,
              "what came is no HTTP/1.1 response, but a SETTINGS frame of HTTP/2"),
          of(
              "SSH-.*",
              Kind.OTHER_PROTOCOL,
              "what came is no HTTP response, but the greeting of an SSH server"),
          of(
              "220[ -].*",
              Kind.OTHER_PROTOCOL,
              "what came is no HTTP response, but the greeting of a mail or FTP server"));

  private static OtherProtocol of(String first, Kind kind, String reason) {
    return new OtherProtocol(Pattern.compile(first, Pattern.DOTALL), new Failure(kind, reason));
  }

  /** Why what comes cannot be read. */
  static final class Spoken extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    private Spoken(Failure failure) {
      super(failure.reason());
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }

  private static Optional<OtherProtocol> of(String first) {
    return ALL.stream().filter(known -> known.first().matcher(first).matches()).findFirst();
  }

  /** Creates sockets without TLS that stop at the first bytes of another protocol. */
  @SuppressWarnings("deprecation") // REST Assured requires Apache HttpClient's deprecated API
  static PlainSocketFactory sockets() {
    return new PlainSocketFactory() {
      @Override
      public Socket createSocket(HttpParams parameters) {
        return new Socket() {
          private InputStream in;

          /** Always the same: after a proxy's response TLS begins, which is no other protocol. */
          @Override
          public synchronized InputStream getInputStream() throws IOException {
            in = in == null ? new Beginning(super.getInputStream()) : in;
            return in;
          }
        };
      }
    };
  }

  /** Looks at the first bytes, since the client would wait for the end of a line. */
  private static final class Beginning extends FilterInputStream {
    private final StringBuilder first = new StringBuilder(LENGTH);

    Beginning(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      var count = super.read(buffer, start, length);
      if (count > 0 && first.length() < LENGTH) {
        first.append(
            new String(buffer, start, Math.min(count, LENGTH - first.length()), ISO_8859_1));
        var spoken = OtherProtocol.of(first.toString());
        if (spoken.isPresent()) {
          throw new Spoken(spoken.get().failure());
        }
      }
      return count;
    }
  }
}
