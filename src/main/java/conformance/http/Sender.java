package conformance.http;

import conformance.contract.Exchange;
import conformance.contract.Request;
import conformance.contract.SecurityScheme;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sends requests to a target within its limits, and masks the secrets in the exchanges. */
public final class Sender {
  private final Target target;
  private final AtomicReference<Token> token;
  private final Secrets secrets;
  private final Attempt attempt;
  private final Optional<RateLimiter<Object>> rate;
  private final Semaphore slots;
  private final AtomicInteger requests = new AtomicInteger();

  public Sender(Target target) {
    this.target = target;
    this.token = new AtomicReference<>(target.tokens().first());
    this.secrets = target.secrets();
    this.attempt = new Attempt(target, token::get, secrets);
    this.slots = new Semaphore(target.concurrency());
    this.rate =
        target.rate().stream()
            .mapToObj(perSecond -> Duration.ofNanos((long) (1e9 / perSecond)))
            .map(interval -> RateLimiter.smoothBuilder(interval).build())
            .findAny();
  }

  /** Starts to load the HTTP client in the background, since that takes a while. */
  public static void prepare() {
    CompletableFuture.runAsync(Connection.Client::load);
  }

  /** The most exchanges at the same time. */
  public int concurrency() {
    return target.concurrency();
  }

  /** The number of requests sent, retries included. */
  public int requests() {
    return requests.get();
  }

  /** All that this sender may have sent and nobody else may see. */
  public Secrets secrets() {
    return secrets;
  }

  /** The command that gives further tokens, if there is one. */
  public Optional<TokenCommand> tokenCommand() {
    return target.tokens().command();
  }

  /** Sends requests with another token from now on. */
  public void use(Token fresh) {
    secrets.add(fresh);
    token.set(fresh);
  }

  /** Masks the secrets in a text from the target. */
  public UnaryOperator<String> redaction() {
    return attempt.redaction();
  }

  /**
   * Sends {@code request}, and retries it after a 429 or 503 if the delay fits into the timeout.
   *
   * <p>Thread-safe. A call waits while too many exchanges are in progress; its timeout starts after
   * that.
   *
   * @param handler reads the body of each response
   */
  public Exchange send(Request request, BodyHandler handler) {
    return limited(() -> sendWithRetries(request, handler, RetryAfter::said, RetryAfter.RETRIES));
  }

  /**
   * The same for a probe, which is sent once more at most, and only where the target says when:
   * more would look like an attack to one that locks clients out.
   */
  public Exchange sendProbe(Request request, BodyHandler handler) {
    return limited(() -> sendWithRetries(request, handler, RetryAfter::saysWhen, 1));
  }

  /**
   * The same exchange, with the reason if no response came because the port expects TLS, or a
   * client certificate. For that, it may open one more connection, without a request.
   */
  public Exchange explained(Exchange exchange) {
    return attempt.explained(TlsOnly.explained(exchange));
  }

  /**
   * A REST Assured specification, for {@code given().spec(...)}, that sends requests to the target
   * as this sender does.
   *
   * @param security the form in which requests say who asks
   * @param listener receives each completed exchange
   */
  public RequestSpecification specification(SecurityScheme security, Consumer<Exchange> listener) {
    return new TargetFilter(target, this, attempt, security, listener).specification();
  }

  /** Runs one exchange as soon as the concurrency and rate limits allow it. */
  <T> T limited(Supplier<T> exchange) {
    slots.acquireUninterruptibly();
    try {
      // Before the timeout starts, so that this wait is not taken for a slow target.
      rate.ifPresent(Sender::await);
      return exchange.get();
    } finally {
      slots.release();
    }
  }

  void count() {
    requests.incrementAndGet();
  }

  private Exchange sendWithRetries(
      Request request, BodyHandler handler, Predicate<Exchange> again, int retries) {
    Connection.Client.load();
    var end = Instant.now().plus(target.timeout());
    var attempts = new AtomicInteger();
    var policy =
        RetryPolicy.<Exchange>builder()
            .handleIf((exchange, thrown) -> thrown == null && again.test(exchange))
            .abortIf(
                (exchange, thrown) ->
                    thrown != null || RetryAfter.asksTooMuch(exchange, attempts.get(), end))
            .withMaxRetries(retries)
            .withMaxDuration(target.timeout())
            .withDelayFn(c -> RetryAfter.delay(c.getLastResult(), c.getAttemptCount()))
            .build();
    return Failsafe.with(policy)
        .get(
            () -> {
              if (attempts.incrementAndGet() > 1) {
                rate.ifPresent(Sender::await);
              }
              count();
              return attempt.send(request, handler, end);
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
