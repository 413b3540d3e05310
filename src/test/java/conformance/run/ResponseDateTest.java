package conformance.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.Outcome;
import conformance.contract.RunResult;
import conformance.fixture.ApiServer;
import conformance.fixture.RawServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong clock deviates once, and makes no time of the data wrong. */
class ResponseDateTest {
  private static final String OURS = ", so times are held against this machine's clock";

  static Stream<Arguments> wrongClocks() {
    return Stream.of(
        clock("never set", "Thu, 01 Jan 1970 00:00:00 GMT", "it is [0-9,]+ days behind" + OURS),
        clock("five days behind", date(Duration.ofDays(-5)), "it is 5 days behind" + OURS),
        clock(
            "in the local time of New York, called GMT",
            date(Duration.ofHours(-5)),
            "it is [45] h [0-9]{2} min behind" + OURS),
        clock("of next week", date(Duration.ofDays(7).plusHours(1)), "it is 7 days ahead" + OURS),
        clock("in another format", "2026-11-30T12:00:00Z", "it is no HTTP date" + OURS));
  }

  private static Arguments clock(String name, String date, String reason) {
    return Arguments.of(name, date, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClocks")
  void deviatesOnceAndMakesNoTimeWrong(String name, String date, String reason) {
    var report = report(Map.of("Date", date), freshly(Duration.ofMinutes(-10)));
    assertThat(report.outcome()).isEqualTo(Outcome.CONFORMS);
    assertThat(deviating(report))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).endsWith("/200/header/Date");
              assertThat(finding.rule().level()).isEqualTo(Level.SHOULD);
              assertThat(finding.counts().deviating()).isEqualTo(1);
              var deviation = finding.counts().deviations().get(0);
              assertThat(deviation.location()).isEqualTo("header:Date");
              assertThat(deviation.actual()).isEqualTo('"' + date + '"');
              assertThat(deviation.reason()).matches(reason);
            });
  }

  /** From a cache, a response is as old as it says (RFC 9111, section 5.1). */
  @Test
  void findsNoFaultWithWhatIsNearlyRight() {
    for (var headers :
        List.of(
            Map.of("Date", date(Duration.ofMinutes(-4))),
            Map.of("Date", date(Duration.ofMinutes(4))),
            Map.of("Date", date(Duration.ofHours(-2)), "Age", "7200"),
            // Some caches put the time of their own answer there.
            Map.of("Date", date(Duration.ZERO), "Age", "7200"))) {
      assertThat(deviating(report(headers, freshly(Duration.ofHours(-3)))))
          .as("%s", headers)
          .isEmpty();
    }
  }

  /** By its own Date, which is right, and by our clock where it is wrong. */
  @Test
  void findsATimeInTheFutureByEitherClock() {
    for (var date : List.of(date(Duration.ZERO), date(Duration.ofDays(30)))) {
      assertThat(deviating(report(Map.of("Date", date), freshly(Duration.ofDays(2)))))
          .extracting(finding -> finding.rule().id())
          .anyMatch(id -> id.endsWith("/updated_at/x-not-in-future"));
    }
  }

  private static String date(Duration off) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().plus(off).atOffset(ZoneOffset.UTC));
  }

  /** The documented data, changed at that time from now. */
  private static String freshly(Duration off) {
    var time = Instant.now().plus(off).truncatedTo(ChronoUnit.SECONDS);
    return ApiServer.DATA
        .body()
        .replaceFirst("\"updated_at\":\"[^\"]+\"", "\"updated_at\":\"%s\"".formatted(time));
  }

  /** The JDK's own server would put its Date in place of this. */
  private static RunResult report(Map<String, String> headers, String body) {
    var fields = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
    headers.forEach((name, value) -> fields.append("%s: %s\r\n".formatted(name, value)));
    try (var server =
        new RawServer((head, out) -> out.write((fields + "\r\n" + body).getBytes(UTF_8)))) {
      return FixtureRun.at(server.url()).withShippedEntries().report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> deviating(RunResult report) {
    return report.results().stream()
        .filter(result -> result.exchange().isPresent())
        .map(InteractionResult::findings)
        .flatMap(List::stream)
        .filter(Finding::deviates)
        .toList();
  }
}
