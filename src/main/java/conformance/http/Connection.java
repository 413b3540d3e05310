package conformance.http;

import conformance.contract.ResponseHead;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolException;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.HttpContext;

/**
 * One connection for one request, closed at a deadline whatever happens on it.
 *
 * <p>REST Assured bounds each read, not the whole: a body that trickles would never end. So a timer
 * closes the connection under it.
 */
@SuppressWarnings("deprecation") // REST Assured takes no other client than the old one
final class Connection implements AutoCloseable {
  /** Longer lines of a head are not read, in bytes; nor are more fields. */
  static final int MAX_LINE = 64 * 1024;

  static final int MAX_FIELDS = 200;

  private static final int MAX_STATUS = 999;

  private static final ScheduledExecutorService TIMER = timer();

  private final AbstractHttpClient client;
  private final Route route;
  private final Future<?> deadline;
  private volatile boolean overdue;
  private volatile URI url;
  private volatile List<ResponseHead.Header> fields = List.of();

  /** A connection for {@link #send}. */
  Connection(Duration timeout, Route route) {
    this(timeout, route, client());
    client.addRequestInterceptor(this::keepPath);
    client.addResponseInterceptor(this::keepFields);
  }

  /** The connection that {@code client} is to use, whoever sends with it. */
  Connection(Duration timeout, Route route, AbstractHttpClient client) {
    var millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
    this.client = client;
    this.route = route;
    // A request that was dropped would silently be sent again.
    client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    client.getParams().setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
    client.getParams().setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
    client.getParams().setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, MAX_LINE);
    client.getParams().setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MAX_FIELDS);
    this.deadline = TIMER.schedule(this::expire, millis, TimeUnit.MILLISECONDS);
  }

  /** A client that has loaded nothing for a scheme yet: that is done when a URL has it. */
  static AbstractHttpClient client() {
    return new DefaultHttpClient(new PoolingClientConnectionManager(new SchemeRegistry()));
  }

  /** The configuration with what every request to a target needs, whoever sends it. */
  static RestAssuredConfig config(RestAssuredConfig config) {
    return config
        // A redirect is a finding, and following it would carry the token to another host.
        .redirect(RedirectConfig.redirectConfig().followRedirects(false))
        // Decoded here, so that an encoding that fails can be told from a body that breaks off.
        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
  }

  /** An empty segment of a path is one (RFC 3986, section 3.3); the client would take it out. */
  private void keepPath(HttpRequest request, HttpContext context) {
    if (request instanceof RequestWrapper wrapper) {
      var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      wrapper.setURI(URI.create(url.getRawPath() + query));
    }
  }

  /** Sends the request, and returns when the headers of the response are there. */
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
    // REST Assured plans the way itself, whatever the client says.
    route
        .proxy()
        .ifPresent(it -> request.proxy(it.getHost(), it.getPort() < 0 ? 80 : it.getPort()));
    return request.request(method, url.toString());
  }

  /** Makes what the scheme of the URL needs. */
  void open(URI url) {
    schemes(url).forEach(client.getConnectionManager().getSchemeRegistry()::register);
  }

  /** The header fields of the response as they came, in their order. */
  List<ResponseHead.Header> fields() {
    return fields;
  }

  /**
   * Takes out what REST Assured gives a response up over: a cookie whose Max-Age is no number,
   * where what cannot be understood is to be ignored (RFC 6265, section 5.2), and a charset that
   * Java does not know, though the body is read as it came. A status has three digits (RFC 9112,
   * section 4), which the client does not mind.
   */
  private void keepFields(HttpResponse response, HttpContext context) throws ProtocolException {
    fields = fields(response);
    response.removeHeaders("Set-Cookie");
    response.removeHeaders("Content-Type");
  }

  /** The header fields of a response that HTTP allows. */
  static List<ResponseHead.Header> fields(HttpResponse response) throws ProtocolException {
    if (response.getStatusLine().getStatusCode() > MAX_STATUS) {
      throw new ProtocolException("Invalid response: " + response.getStatusLine());
    }
    return Stream.of(response.getAllHeaders())
        .map(it -> new ResponseHead.Header(it.getName(), it.getValue()))
        .toList();
  }

  /** Whether the deadline has passed, so that what failed after it failed because of it. */
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
    // Else a deadline that has been met would hold its connection until it has passed.
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private void expire() {
    overdue = true;
    client.getConnectionManager().shutdown();
  }

  /** What TLS takes is loaded for an https URL only: that is most of what a connection takes. */
  private List<Scheme> schemes(URI url) {
    var http = new Scheme("http", 80, PlainSocketFactory.getSocketFactory());
    if (!"https".equalsIgnoreCase(url.getScheme())) {
      return List.of(http);
    }
    var tls =
        route
            .authorities()
            .map(it -> new SSLSocketFactory(it.context()))
            .orElseGet(SSLSocketFactory::getSocketFactory);
    return List.of(http, new Scheme("https", 443, tls));
  }

  @Override
  public void close() {
    deadline.cancel(false);
    client.getConnectionManager().shutdown();
  }

  /** REST Assured is made of Groovy, which takes a second or two to load: no request's time. */
  static final class Client {
    static {
      // A filter answers in place of a server.
      RestAssured.given()
          .filter((request, response, next) -> new ResponseBuilder().setStatusCode(200).build())
          .get("http://localhost/");
    }

    private Client() {}

    /** Returns when it is loaded. */
    static void load() {}
  }
}
