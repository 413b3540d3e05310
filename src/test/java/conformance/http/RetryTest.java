package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries respect Retry-After and the configured rate. */
class RetryTest {
  private static final WireServer.Answer OK =
      WireServer.text("HTTP/1.1 200 OK\nContent-Length: 2\n\n[]");

  /** The first request of a process takes seconds, since it loads libraries. */
  @BeforeAll
  static void warmUp() throws IOException {
    try (var server = new WireServer(OK)) {
      TestSender.get(server.url(), TestSender.LONG);
    }
  }

  @Tag("slow")
  @Test
  void doesNotTakeItsOwnWaitingForSilence() throws IOException {
    try (var server = new WireServer(OK, OK)) {
      var sender = TestSender.sender(server.url(), Duration.ofSeconds(2), OptionalDouble.of(0.3));
      TestSender.get(sender);
      var second = TestSender.get(sender);
      assertThat(second.failure()).isEmpty();
      assertThat(second.head().orElseThrow().status()).isEqualTo(200);
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void asksAgainAfterTheSecondsThatTheTargetAsksFor(int status) throws IOException {
    try (var server = new WireServer(busy(status, "Retry-After: 1"), OK)) {
      var before = Instant.now();
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(200);
      assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(990));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Tag("slow")
  @Test
  void asksAgainAtTheDateThatTheTargetAsksFor() throws IOException {
    var at = Instant.now().plusSeconds(2);
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    try (var server = new WireServer(busy(429, "retry-after: " + date), OK)) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(200);
      assertThat(exchange.began()).isAfter(at.minusSeconds(1).minusMillis(10));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void givesUpAfterThreeMoreRequests() throws IOException {
    try (var server = new WireServer(busy(503, "Retry-After: 0"))) {
      var sender = TestSender.sender(server.url(), TestSender.LONG, OptionalDouble.empty());
      var exchange = TestSender.get(sender);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(503);
      assertThat(sender.requests()).isEqualTo(4);
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void doesNotBeginAWaitThatWouldEndTooLate() throws IOException {
    try (var server = new WireServer(busy(429, "Retry-After: 3600"))) {
      var exchange = TestSender.get(server.url(), TestSender.LONG);
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(429);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 404, 500, 502, 504})
  void asksOnceWhateverElseIsAnswered(int status) throws IOException {
    try (var server = new WireServer(busy(status, "Retry-After: 0"))) {
      TestSender.get(server.url(), TestSender.LONG);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void keepsTheRate() throws IOException {
    try (var server = new WireServer(OK)) {
      var sender = TestSender.sender(server.url(), TestSender.LONG, OptionalDouble.of(20));
      var before = System.nanoTime();
      for (var i = 0; i < 5; i++) {
        TestSender.get(sender);
      }
      // The first at once, every other at least 50 ms after the previous one.
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(4 * 50_000_000L);
      assertThat(server.requests()).hasSize(5);
    }
  }

  @Test
  void keepsTheRateWhenItAsksAgain() throws IOException {
    try (var server = new WireServer(busy(503, "Retry-After: 0"))) {
      var sender = TestSender.sender(server.url(), TestSender.LONG, OptionalDouble.of(10));
      var before = System.nanoTime();
      TestSender.get(sender);
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(3 * 100_000_000L);
    }
  }

  private static WireServer.Answer busy(int status, String header) {
    return WireServer.text(
        "HTTP/1.1 %d Answer\n%s\nContent-Length: 0\n\n".formatted(status, header));
  }
}
