package conformance.http;

import java.util.List;
import java.util.stream.Stream;
import org.apache.http.HttpException;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpMessage;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.ContentLengthStrategy;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.entity.EntityDeserializer;
import org.apache.http.impl.entity.LaxContentLengthStrategy;

/**
 * The length of a body, which the client determines leniently, so that an odd one can be reported.
 *
 * <p>Several equal lengths in one field are one length (RFC 9110, section 8.6). The client would
 * wait for the end of the connection instead.
 */
final class BodyLength implements ContentLengthStrategy {
  private static final ContentLengthStrategy LENIENT = LaxContentLengthStrategy.INSTANCE;

  @Override
  public long determineLength(HttpMessage message) throws HttpException {
    var lengths = lengths(message);
    return lengths.size() == 1
            && lengths.get(0).matches("[0-9]{1,18}")
            && message.getFirstHeader(HttpHeaders.TRANSFER_ENCODING) == null
        ? Long.parseLong(lengths.get(0))
        : LENIENT.determineLength(message);
  }

  private static List<String> lengths(HttpMessage message) {
    return Stream.of(message.getHeaders(HttpHeaders.CONTENT_LENGTH))
        .flatMap(field -> Stream.of(field.getValue().split(",")))
        .map(String::strip)
        .distinct()
        .toList();
  }

  /**
   * Connections whose bodies have that length; without schemes.
   *
   * <p>The client's classes log requests under the name of the class that extends them, so this
   * package logs as little as the client does.
   */
  @SuppressWarnings("deprecation") // REST Assured requires Apache HttpClient's deprecated API
  static final class Connections extends PoolingClientConnectionManager {
    Connections() {
      super(new SchemeRegistry());
    }

    @Override
    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
      return new DefaultClientConnectionOperator(schemes, Connection::addresses) {
        @Override
        public OperatedClientConnection createConnection() {
          return new DefaultClientConnection() {
            @Override
            protected EntityDeserializer createEntityDeserializer() {
              return new EntityDeserializer(new BodyLength());
            }
          };
        }
      };
    }
  }
}
