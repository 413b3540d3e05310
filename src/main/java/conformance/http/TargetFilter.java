package conformance.http;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Request;
import conformance.contract.SecurityScheme;
import io.restassured.authentication.NoAuthScheme;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.HeaderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.http.impl.client.AbstractHttpClient;

/**
 * Sends the REST Assured requests of a test as the run sends its own. It is the last filter, so
 * that no filter of the test sees the token.
 *
 * @param target the only destination allowed
 * @param sender enforces the limits and counts the requests
 * @param security the form in which requests say who asks
 * @param listener receives each exchange
 */
@SuppressWarnings("deprecation") // REST Assured requires Apache HttpClient's deprecated API
record TargetFilter(
    Target target,
    Sender sender,
    Attempt attempt,
    SecurityScheme security,
    Consumer<Exchange> listener)
    implements OrderedFilter {

  RequestSpecification specification() {
    var config =
        Connection.config(RestAssuredConfig.config())
            .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(Connection::client))
            .headerConfig(
                HeaderConfig.headerConfig()
                    .overwriteHeadersWithName("User-Agent", "Accept-Encoding"));
    var builder =
        new RequestSpecBuilder()
            .setConfig(config)
            .setBaseUri(target.resolve(""))
            .addHeader("User-Agent", Request.USER_AGENT)
            .addHeader("Accept-Encoding", conformance.contract.ResponseHead.ENCODINGS)
            .addFilter(this);
    if (port(target.url()) == 80) {
      // REST Assured's default port for localhost is 8080.
      builder.setPort(80);
    }
    target.route().proxy().ifPresent(proxy -> builder.setProxy(proxy.getHost(), Route.port(proxy)));
    return builder.build();
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification response,
      FilterContext context) {
    var recorded = recorded(request);
    Connection.Client.load();
    return sender.limited(
        () -> {
          var client = (AbstractHttpClient) request.getHttpClient();
          try (var connection = new Connection(target.timeout(), target.route(), client)) {
            connection.open(target.url());
            var exchange = new FilteredExchange(attempt, recorded, connection);
            client.addRequestInterceptor(exchange::authorize);
            client.addResponseInterceptor(exchange::receive);
            client.setRedirectStrategy(FilteredExchange.NO_REDIRECTS);
            sender.count();
            return exchange.send(() -> context.next(request, response), listener);
          }
        });
  }

  /**
   * The request as it is recorded in the exchange.
   *
   * @throws IllegalArgumentException if its URL is not below the target's
   */
  private Request recorded(FilterableRequestSpecification request) {
    var url = URI.create(request.getURI());
    var base = target.resolve("");
    if (!origin(url).equals(origin(base))
        || !isBelow(url, base)
        || !isBelow(url.normalize(), base)) {
      throw new IllegalArgumentException(
          "%s %s was not sent: it is not below the target, %s. Give a path, which follows the target's"
              .formatted(request.getMethod(), url, base));
    }
    var path = url.getRawPath().substring(base.getRawPath().length());
    var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return new Request(
        request.getMethod(),
        path + query,
        Optional.ofNullable(request.getHeaders().getValue("Accept")).orElse("*/*"),
        security,
        // A test that shows a credential of its own, or none by choice, is not given the token.
        request.getAuthenticationScheme() instanceof NoAuthScheme
                && !request.getHeaders().hasHeaderWithName(security.field())
            ? Credential.TOKEN
            : Credential.NONE);
  }

  /** Whether it is the same path, or one of more segments. */
  private static boolean isBelow(URI url, URI base) {
    var folder = base.getRawPath().replaceFirst("/*$", "");
    return url.getRawPath().equals(folder) || url.getRawPath().startsWith(folder + "/");
  }

  private static String origin(URI url) {
    return "%s://%s:%d".formatted(url.getScheme(), url.getHost(), port(url)).toLowerCase();
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
  }
}
