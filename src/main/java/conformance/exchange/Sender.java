package conformance.exchange;

import dev.failsafe.Failsafe;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sends requests to a target: politely, within its timeout, and without showing the token. */
public final class Sender {
  private static final String USER_AGENT = "batch-contract-suite";

  private final Target target;
  private final Redaction redaction;
  private final Optional<RateLimiter<Object>> rate;
  private final Semaphore lines;
  private final AtomicInteger requests = new AtomicInteger();

  public Sender(Target target) {
    this.target = target;
    this.redaction = new Redaction(target.token());
    this.lines = new Semaphore(target.concurrency());
    this.rate =
        target.rate().stream()
            .mapToObj(perSecond -> Duration.ofNanos((long) (1e9 / perSecond)))
            .map(interval -> RateLimiter.smoothBuilder(interval).build())
            .findAny();
  }

  /** Begins to load what sends requests, which takes a while that others can use. */
  public static void prepare() {
    CompletableFuture.runAsync(Connection.Client::load);
  }

  /** How many exchanges there are at the same time at most. */
  public int concurrency() {
    return target.concurrency();
  }

  /** How many requests have been sent, retries included. */
  public int requests() {
    return requests.get();
  }

  /** Takes the token out of a text that came from the target. */
  public UnaryOperator<String> redaction() {
    return redaction;
  }

  /**
   * Sends {@code request}, again if it is answered with 429 or 503 and a wait that fits into the
   * timeout. {@code reader} reads the body of each response. It may be called by several threads;
   * who finds too many exchanges under way waits, before the timeout begins.
   */
  public Exchange send(Request request, BodyReader reader) {
    lines.acquireUninterruptibly();
    try {
      return politely(request, reader);
    } finally {
      lines.release();
    }
  }

  private Exchange politely(Request request, BodyReader reader) {
    // Before the time of the exchange begins: to wait for one's turn is no silence of the target.
    rate.ifPresent(Sender::await);
    Connection.Client.load();
    var end = Instant.now().plus(target.timeout());
    var attempts = new AtomicInteger();
    var politely =
        RetryPolicy.<Exchange>builder()
            .handleIf((exchange, thrown) -> thrown == null && Busy.said(exchange))
            .abortIf(
                (exchange, thrown) ->
                    thrown != null || Busy.asksTooMuch(exchange, attempts.get(), end))
            .withMaxRetries(Busy.RETRIES)
            .withMaxDuration(target.timeout())
            .withDelayFn(it -> Busy.delay(it.getLastResult(), it.getAttemptCount()))
            .build();
    return Failsafe.with(politely)
        .get(
            () -> {
              if (attempts.incrementAndGet() > 1) {
                rate.ifPresent(Sender::await);
              }
              return once(request, reader, end);
            });
  }

  private static void await(RateLimiter<Object> limit) {
    try {
      limit.acquirePermit();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a run", e);
    }
  }

  private Exchange once(Request request, BodyReader reader, Instant end) {
    requests.incrementAndGet();
    var url = target.resolve(request.path());
    var began = Instant.now();
    try (var connection = new Connection(Duration.between(began, end), target.route())) {
      Response response;
      try {
        var asked = target.resolve(request.path() + request.credential().query(target.token()));
        response = connection.send(request.method(), asked, headers(request));
      } catch (Exception e) { // REST Assured throws what it does not declare
        var failure =
            Failures.beforeHead(e, connection.overdue(), url, target.timeout())
                .orElseThrow(() -> mistake(request, e));
        var nothing = new Body("", 0, Optional.of(failure), false);
        return exchange(request, Optional.empty(), nothing, List.of(), began);
      }
      var head = head(response.statusCode(), connection.fields());
      var body = body(request, response, head, reader, connection);
      return exchange(
          request,
          Optional.of(head),
          body,
          echoes(response.statusLine(), connection.fields()),
          began);
    }
  }

  /** What a library says of its mistake may hold what was sent. */
  private IllegalStateException mistake(Request request, Exception e) {
    var told =
        new IllegalStateException(redaction.apply("cannot send %s: %s".formatted(request, e)));
    told.setStackTrace(e.getStackTrace());
    return told;
  }

  private record Body(String beginning, long bytes, Optional<Failure> failure, boolean echoed) {}

  private Body body(
      Request request, Response response, Head head, BodyReader reader, Connection connection) {
    var raw = response.asInputStream();
    var content = raw == null ? InputStream.nullInputStream() : raw;
    var capture = new Capture(new TimelyStream(content, connection::overdue));
    Capture decoded = capture;
    var search = new TokenSearch(target.token(), redaction);
    try {
      // The headers of a HEAD are those of a body that does not come.
      decoded =
          request.method().equals("HEAD")
              ? capture
              : new Capture(Decoding.decode(head, capture), target.maxBody(), Optional.of(search));
      reader.read(head, decoded);
      decoded.readNBytes(Capture.KEPT);
      return new Body(decoded.beginning(), decoded.count(), Optional.empty(), search.found());
    } catch (IOException e) {
      var failure = Failures.inBody(e, connection.overdue(), target.timeout());
      return new Body(decoded.beginning(), decoded.count(), Optional.of(failure), search.found());
    }
  }

  private Exchange exchange(
      Request request, Optional<Head> head, Body body, List<String> echoes, Instant began) {
    return new Exchange(
        request,
        target.resolve(request.path()),
        head,
        redaction.apply(body.beginning()),
        body.bytes(),
        body.failure().map(it -> new Failure(it.kind(), redaction.apply(it.reason()))),
        echoes(echoes, body),
        began,
        Duration.between(began, Instant.now()));
  }

  private Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("User-Agent", USER_AGENT);
    headers.put("Accept", request.mediaType());
    headers.put("Accept-Encoding", Decoding.ACCEPTED);
    request.credential().header(target.token()).ifPresent(it -> headers.put("Authorization", it));
    return headers;
  }

  private Head head(int status, List<Head.Header> fields) {
    return new Head(
        status,
        fields.stream()
            .map(it -> new Head.Header(redaction.apply(it.name()), redaction.apply(it.value())))
            .toList());
  }

  /** Where the head of a response holds the token, as deviations name places. */
  private List<String> echoes(String statusLine, List<Head.Header> fields) {
    var headers =
        fields.stream()
            .filter(it -> redaction.finds(it.name()) || redaction.finds(it.value()))
            .map(it -> "header:" + redaction.apply(it.name()));
    return Stream.concat(Stream.of("status").filter(it -> redaction.finds(statusLine)), headers)
        .distinct()
        .toList();
  }

  private List<String> echoes(List<String> inHead, Body body) {
    var inBody =
        body.echoed()
            || redaction.finds(body.beginning())
            || body.failure().filter(it -> redaction.finds(it.reason())).isPresent();
    return Stream.concat(inHead.stream(), Stream.of("").filter(it -> inBody)).toList();
  }
}
