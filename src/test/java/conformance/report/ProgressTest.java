package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.InteractionResult;
import conformance.contract.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final InteractionResult RESULT =
      Sample.result(
          Sample.finding(Level.MUST, 12),
          Sample.finding(Level.MUST, 12),
          Sample.finding(Level.MUST, 12, Sample.SECOND_89));

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong(-7);
  private final Progress progress = new Progress(lines::add, EVERY, clock::get);

  @Test
  void tellsHowItStandsAfterAllInteractionsOfAnAgent() {
    var again = Sample.named("read again", Sample.result(Sample.finding(Level.SHOULD, 0)));
    progress.reads(List.of(RESULT, again));
    assertThat(lines.get(0))
        .isEqualTo(
            "list things, owner o1: 12 items; 2 kept, 1 broken, 1 not demonstrated"
                + " (1 request in 0 ms)");
  }

  @Test
  void tellsWhyAnAgentCouldNotBeJudged() {
    progress.reads(List.of(Sample.of("o2", RESULT), Sample.refused()));
    assertThat(lines.get(0))
        .isEqualTo(
            "list things, owner o2: not judged, the target refused the token; 2 kept, 1 broken"
                + " (1 request in 0 ms)");
  }

  @Test
  void tellsHowItStandsAfterProbes() {
    progress.probes(RESULT.interaction().operation(), List.of(RESULT, RESULT), 3);
    assertThat(lines.get(0))
        .isEqualTo("list things, probes: 4 kept, 2 broken (3 requests in 0 ms)");
  }

  /** With many agents, a progress line is printed at intervals. */
  @Test
  void tellsOneLineForAllWhereTheyTakeNoTime() {
    var many = progress.many(RESULT.interaction().operation(), 10_000);
    for (var i = 0; i < 10_000; i++) {
      many.accept(List.of(RESULT));
    }
    assertThat(lines)
        .singleElement()
        .asString()
        .matches("list things: 10,000 of 10,000 values of owner, [0-9,.]+ a second");
  }

  @Test
  void tellsHowFarItIsWhenItIsTimeTo() {
    var many = progress.many(RESULT.interaction().operation(), 3);
    clock.addAndGet(EVERY.toNanos());
    many.accept(List.of(RESULT));
    clock.addAndGet(EVERY.toNanos());
    many.accept(List.of(Sample.refused(), RESULT));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches("list things: 1 of 3 values of owner, [0-9,.]+ a second, [0-9,]+ s left");
    assertThat(lines.get(1))
        .matches(
            "list things: 2 of 3 values of owner, [0-9,.]+ a second, [0-9,]+ s left; 1 not judged");
  }

  /** During a long body, progress lines are printed. */
  @Test
  void tellsItemsSizeAndSpeedWhenTheTimeHasCome() throws IOException {
    var body = body(new byte[13_000_000]);
    for (var i = 0; i < 1_000_000; i++) {
      body.read();
    }
    body.readNBytes(11_000_000);
    clock.addAndGet(EVERY.toNanos() - 1);
    body.accept(1_234_500);
    assertThat(lines).isEmpty();
    clock.addAndGet(1);
    body.accept(1_234_501);
    assertThat(lines).as("the clock is not looked at for each item").isEmpty();
    body.accept(1_234_600);
    assertThat(lines)
        .containsExactly("list things, owner o1: 1,234,600 items in 12 MB so far, 2.4 MB/s");
  }

  @Test
  void tellsItAgainWhenTheTimeHasComeAgain() throws IOException {
    var body = body(new byte[13_000_000]);
    clock.addAndGet(EVERY.toNanos());
    body.accept(100);
    body.accept(200);
    body.readAllBytes();
    assertThat(body.read()).isEqualTo(-1);
    clock.addAndGet(EVERY.toNanos());
    body.accept(300);
    assertThat(lines)
        .containsExactly(
            "list things, owner o1: 100 items in 0 MB so far, 0.0 MB/s",
            "list things, owner o1: 300 items in 13 MB so far, 1.3 MB/s");
  }

  @Test
  void readsTheBodyAsItIs() throws IOException {
    try (var watched = body(new byte[] {5, 6})) {
      assertThat(watched.read()).isEqualTo(5);
      assertThat(watched.read(new byte[9])).isEqualTo(1);
      assertThat(watched.read()).isEqualTo(-1);
    }
  }

  private Progress.Body body(byte[] bytes) {
    return progress.body(new ByteArrayInputStream(bytes), RESULT.interaction());
  }
}
