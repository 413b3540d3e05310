package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sender sends exactly the given request. */
class SenderTest {
  private static final WireServer.Answer OK = WireServer.text("HTTP/1.1 200 OK\n\n[1, 2]");

  @ParameterizedTest
  @CsvSource({
    "GET, /things, TOKEN, GET /things HTTP/1.1",
    "GET, //things, NONE, GET //things HTTP/1.1",
    "DELETE, /%2E%2E/things, BARE, DELETE /%2E%2E/things HTTP/1.1",
    "OPTIONS, /%27a%20b, EMPTY, OPTIONS /%27a%20b HTTP/1.1",
    "GET, /things, QUERY, GET /things?access_token=s3cret-t0ken-of-the-tests HTTP/1.1",
  })
  void writesMethodPathAndQueryAsTheyAre(
      String method, String path, Credential credential, String line) throws IOException {
    try (var server = new WireServer(OK)) {
      var exchange = send(server.url(), new Request(method, path, "text/plain", credential));
      assertThat(server.requests().get(0)).startsWith(line + "\r\n");
      assertThat(exchange.url()).isEqualTo(URI.create(server.url() + path));
    }
  }

  @ParameterizedTest
  @CsvSource({"'', /things", "/, /things", "/v1, /v1/things", "/v1//, /v1/things"})
  void putsThePathBehindTheBaseUrl(String base, String path) throws IOException {
    try (var server = new WireServer(OK)) {
      send(URI.create(server.url() + base), request("GET", "/things"));
      assertThat(server.requests().get(0)).startsWith("GET " + path + " HTTP/1.1\r\n");
    }
  }

  /** Each exchange has a trace of its own (W3C Trace Context, section 3.2), retries as well. */
  @Test
  void tracesEachExchangeByItself() throws IOException {
    var trace = Pattern.compile("\r\ntraceparent: (00-[0-9a-f]{32}-[0-9a-f]{16}-01)\r\n");
    var traces = new ArrayList<String>();
    try (var server = new WireServer(OK)) {
      for (var i = 0; i < 3; i++) {
        var exchange = send(server.url(), request("GET", "/things"));
        var sent = trace.matcher(server.requests().get(i));
        assertThat(sent.find()).isTrue();
        assertThat(exchange.traceparent()).isEqualTo(sent.group(1));
        traces.addAll(List.of(sent.group(1).split("-")[1], sent.group(1).split("-")[2]));
      }
    }
    assertThat(traces).doesNotHaveDuplicates().noneMatch(it -> it.matches("0*"));
  }

  @Test
  void waitsForNoBodyOfHead() throws IOException {
    var head = "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 9\n\n";
    try (var server = new WireServer(WireServer.text(head))) {
      var exchange = send(server.url(), request("HEAD", "/things"));
      assertThat(exchange.failure()).isEmpty();
      assertThat(exchange.head().orElseThrow().values("Content-Length")).containsExactly("9");
      assertThat(exchange.beginning()).isEmpty();
    }
  }

  @Test
  void readsNoMoreBodiesAtTheSameTimeThanAllowed() throws IOException {
    var reading = new AtomicInteger();
    var most = new AtomicInteger();
    try (var server = new WireServer(OK)) {
      var sender = new Sender(target(server, Target.MAX_BODY));
      BodyHandler reader =
          (head, body) -> {
            most.accumulateAndGet(reading.incrementAndGet(), Math::max);
            LockSupport.parkNanos(50_000_000);
            reading.decrementAndGet();
          };
      Stream.generate(
              () ->
                  CompletableFuture.runAsync(() -> sender.send(request("GET", "/things"), reader)))
          .limit(4)
          .toList()
          .forEach(CompletableFuture::join);
      assertThat(most).hasValue(1);
      assertThat(sender.requests()).isEqualTo(4);
    }
  }

  @Test
  void takesTheTokenOutOfTexts() {
    var sender = TestSender.sender(URI.create("http://127.0.0.1:9"), Route.DIRECT);
    assertThat(sender.redaction().apply("it is " + TestSender.SECRET)).isEqualTo("it is [token]");
  }

  @Test
  void readsNoMoreThanTheLongestBody() throws IOException {
    try (var server = new WireServer(OK)) {
      assertThat(TestSender.get(new Sender(target(server, 5))).failure().map(Failure::reason))
          .contains("the body is longer than target.max_body, 5 bytes: it was cut off there");
    }
  }

  @Test
  void keepsTheBeginningOfABodyThatNobodyReads() throws IOException {
    try (var server = new WireServer(OK)) {
      assertThat(TestSender.get(server.url(), (head, body) -> {}).beginning()).isEqualTo("[1, 2]");
    }
  }

  @Test
  void tellsAMistakeOfOursWithoutTheToken() {
    var wrong = new Request(null, "/" + TestSender.SECRET, "a", Credential.TOKEN);
    assertThatThrownBy(() -> send(URI.create("http://127.0.0.1:9"), wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("cannot send Request[method=null, path=/[token], mediaType=a, ")
        .hasMessageNotContaining(TestSender.SECRET)
        .satisfies(it -> assertThat(it.getStackTrace()[0].getClassName()).doesNotContain("Sender"));
  }

  /** A server that handles one request at a time. */
  private static Target target(WireServer server, long maxBody) {
    return new Target(
        server.url(),
        Tokens.of(Token.of(TestSender.SECRET)),
        TestSender.LONG,
        OptionalDouble.empty(),
        1,
        Route.DIRECT,
        maxBody);
  }

  private static Request request(String method, String path) {
    return new Request(method, path, "application/json", Credential.TOKEN);
  }

  private static Exchange send(URI url, Request request) {
    return TestSender.sender(url, Route.DIRECT)
        .send(request, (head, body) -> body.transferTo(OutputStream.nullOutputStream()));
  }
}
