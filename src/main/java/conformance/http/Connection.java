package conformance.http;

import conformance.contract.Failure;
import conformance.contract.ResponseHead;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.http.FormattedHeader;
import org.apache.http.Header;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolException;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.HttpContext;

/**
 * A connection for a single request, closed at a deadline.
 *
 * <p>REST Assured's timeouts bound each read but not the whole exchange, so a slow body could go on
 * for ever. A timer closes the connection instead.
 */
@SuppressWarnings("deprecation") // REST Assured requires Apache HttpClient's deprecated API
final class Connection implements AutoCloseable {
  /** The longest line to accept in a response head, in bytes. */
  static final int MAX_LINE = 64 * 1024;

  static final int MAX_FIELDS = 200;

  private static final int MAX_STATUS = 999;

  private static final ScheduledExecutorService TIMER = timer();

  private final AbstractHttpClient client;
  private final Route route;
  private final CertificateRequest certificate;
  private final Future<?> deadline;
  private volatile boolean overdue;
  private volatile boolean reached;
  private volatile boolean waiting;
  private volatile URI url;
  private volatile List<ResponseHead.Header> fields = List.of();

  Connection(Duration timeout, Route route) {
    this(timeout, route, client());
    client.addRequestInterceptor(this::keepPath);
    client.addResponseInterceptor(this::keepFields);
  }

  /** Configures {@code client}, which REST Assured uses on behalf of a test. */
  Connection(Duration timeout, Route route, AbstractHttpClient client) {
    var millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
    this.client = client;
    this.route = route;
    this.certificate = new CertificateRequest(route);
    client.addRequestInterceptor(this::reach);
    route.proxyUser().ifPresent(user -> user.allow(route.proxy().orElseThrow(), client));
    // By default, the client silently repeats a request whose connection was dropped.
    client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    client.getParams().setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
    client.getParams().setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
    client.getParams().setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, MAX_LINE);
    client.getParams().setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MAX_FIELDS);
    this.deadline = TIMER.schedule(this::expire, millis, TimeUnit.MILLISECONDS);
  }

  /** A client without schemes: {@link #open} adds those that the URL needs. */
  static AbstractHttpClient client() {
    return new DefaultHttpClient(new BodyLength.Connections());
  }

  /** Names below localhost are never looked up (RFC 6761, section 6.3). */
  static InetAddress[] addresses(String host) throws UnknownHostException {
    var local = host.toLowerCase(Locale.ROOT).matches(".+\\.localhost\\.?");
    return InetAddress.getAllByName(local ? "localhost" : host);
  }

  /** Adds the configuration common to all requests. */
  static RestAssuredConfig config(RestAssuredConfig config) {
    return config
        // A redirect is reported; following it could send the token to another host.
        .redirect(RedirectConfig.redirectConfig().followRedirects(false))
        // ContentCoding decodes, which tells invalid gzip from a truncated body.
        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
  }

  /** Keeps empty path segments (RFC 3986, section 3.3), which the client would remove. */
  private void keepPath(HttpRequest request, HttpContext context) {
    if (request instanceof RequestWrapper wrapper) {
      var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      wrapper.setURI(URI.create(url.getRawPath() + query));
    }
  }

  /** Notes that the way leads to the target: a CONNECT to a proxy is no such request. */
  private void reach(HttpRequest request, HttpContext context) throws IOException {
    if (request instanceof RequestWrapper) {
      if (waiting) {
        certificate.awaitRefusal(context);
      }
      reached = true;
      if (waiting) {
        throw new IOException("no request is sent");
      }
    }
  }

  /**
   * Why the server closes connections, if it refuses what it gets for a client certificate. That is
   * found out without a request: once one is on its way, the connection may be reset before the
   * server's reason is read.
   */
  Optional<Failure> refusal(URI url) {
    waiting = true;
    try {
      send("GET", url, Map.of());
      return Optional.empty();
    } catch (Exception e) { // REST Assured throws what it does not declare
      return Failures.beforeHead(e, this, url, Duration.ZERO)
          .filter(failure -> failure.kind() == Failure.Kind.CLIENT_CERTIFICATE);
    }
  }

  /** Sends the request and returns once the response head has been received. */
  Response send(String method, URI url, Map<String, String> headers) {
    this.url = url;
    open(url);
    var config =
        config(RestAssuredConfig.config())
            .httpClient(
                HttpClientConfig.httpClientConfig()
                    .reuseHttpClientInstance()
                    .httpClientFactory(() -> client));
    var request = RestAssured.given().config(config).urlEncodingEnabled(false).headers(headers);
    // REST Assured ignores a proxy that is configured on the client.
    route.proxy().ifPresent(proxy -> request.proxy(proxy.getHost(), Route.port(proxy)));
    return request.request(method, url.toString());
  }

  /** Registers the socket factories that the scheme of the URL needs. */
  void open(URI url) {
    schemes(url).forEach(client.getConnectionManager().getSchemeRegistry()::register);
  }

  /** The header fields of the response as received, in order. */
  List<ResponseHead.Header> fields() {
    return fields;
  }

  /**
   * Removes the fields that can make REST Assured reject a response: a cookie whose Max-Age is not
   * a number, which a client must ignore (RFC 6265, section 5.2), and a charset that Java does not
   * know, although the body is read as bytes.
   */
  private void keepFields(HttpResponse response, HttpContext context) throws ProtocolException {
    fields = fields(response);
    response.removeHeaders("Set-Cookie");
    response.removeHeaders("Content-Type");
  }

  /**
   * The header fields of a response.
   *
   * @throws ProtocolException if the status has more than three digits (RFC 9112, section 4), which
   *     the client accepts
   */
  static List<ResponseHead.Header> fields(HttpResponse response) throws ProtocolException {
    if (response.getStatusLine().getStatusCode() > MAX_STATUS) {
      throw new ProtocolException("Invalid response: " + response.getStatusLine());
    }
    return Stream.of(response.getAllHeaders())
        .map(field -> new ResponseHead.Header(name(field), field.getValue()))
        .toList();
  }

  /** Whether the request was sent, and not only the CONNECT to a proxy before it. */
  boolean reached() {
    return reached;
  }

  /** The name as it was received, from which the client removes white space. */
  private static String name(Header field) {
    return field instanceof FormattedHeader line
        ? line.getBuffer().substring(0, line.getValuePos() - 1)
        : field.getName();
  }

  /** That the server has asked for a client certificate; empty if it did not. */
  Optional<String> asked() {
    return certificate.asked();
  }

  /** Whether the deadline has passed, and so explains any later failure. */
  boolean overdue() {
    return overdue;
  }

  private static ScheduledExecutorService timer() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "exchange deadline");
              thread.setDaemon(true);
              return thread;
            });
    // Otherwise a cancelled task would keep its connection in memory until the deadline.
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private void expire() {
    overdue = true;
    client.getConnectionManager().shutdown();
  }

  /** Loads TLS for https URLs only, since that takes most of the set-up time. */
  private List<Scheme> schemes(URI url) {
    var http = new Scheme("http", 80, OtherProtocol.sockets());
    return "https".equalsIgnoreCase(url.getScheme())
        ? List.of(http, new Scheme("https", 443, new SSLSocketFactory(certificate.context(route))))
        : List.of(http);
  }

  @Override
  public void close() {
    deadline.cancel(false);
    client.getConnectionManager().shutdown();
  }

  /** Loads REST Assured, whose Groovy takes a second or two, outside of any request's timeout. */
  static final class Client {
    static {
      // The filter responds without a server.
      RestAssured.given()
          .filter((request, response, next) -> new ResponseBuilder().setStatusCode(200).build())
          .get("http://localhost/");
    }

    private Client() {}

    /** Triggers the static initializer. */
    static void load() {}
  }
}
