package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.Request;
import dev.failsafe.Failsafe;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sends requests to a target: politely, within its timeout, and without showing the token. */
public final class Sender {
  private final Target target;
  private final Attempt attempt;
  private final Optional<RateLimiter<Object>> rate;
  private final Semaphore lines;
  private final AtomicInteger requests = new AtomicInteger();

  public Sender(Target target) {
    this.target = target;
    this.attempt = new Attempt(target, new Redaction(target.token()));
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
    return attempt.redaction();
  }

  /**
   * Sends {@code request}, again if it is answered with 429 or 503 and a wait that fits into the
   * timeout. {@code reader} reads the body of each response. It may be called by several threads;
   * who finds too many exchanges under way waits, before the timeout begins.
   */
  public Exchange send(Request request, BodyHandler reader) {
    return inTurn(() -> politely(request, reader));
  }

  /**
   * What a test of one's own gives to REST Assured, {@code given().spec(...)}, to ask the target as
   * the run does.
   *
   * @param told is told each exchange, when it is over
   */
  public RequestSpecification specification(Consumer<Exchange> told) {
    return new TargetFilter(target, this, attempt, told).specification();
  }

  /** Has one exchange take place when there is room for it, and the rate allows it. */
  <T> T inTurn(Supplier<T> exchange) {
    lines.acquireUninterruptibly();
    try {
      // Before the time of the exchange begins: to wait for one's turn is no silence of the target.
      rate.ifPresent(Sender::await);
      return exchange.get();
    } finally {
      lines.release();
    }
  }

  /** Counts a request that is being sent. */
  void count() {
    requests.incrementAndGet();
  }

  private Exchange politely(Request request, BodyHandler reader) {
    Connection.Client.load();
    var end = Instant.now().plus(target.timeout());
    var attempts = new AtomicInteger();
    var politely =
        RetryPolicy.<Exchange>builder()
            .handleIf((exchange, thrown) -> thrown == null && RetryAfter.said(exchange))
            .abortIf(
                (exchange, thrown) ->
                    thrown != null || RetryAfter.asksTooMuch(exchange, attempts.get(), end))
            .withMaxRetries(RetryAfter.RETRIES)
            .withMaxDuration(target.timeout())
            .withDelayFn(it -> RetryAfter.delay(it.getLastResult(), it.getAttemptCount()))
            .build();
    return Failsafe.with(politely)
        .get(
            () -> {
              if (attempts.incrementAndGet() > 1) {
                rate.ifPresent(Sender::await);
              }
              count();
              return attempt.of(request, reader, end);
            });
  }

  private static void await(RateLimiter<Object> limit) {
    try {
      limit.acquirePermit();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a run", e);
    }
  }
}
