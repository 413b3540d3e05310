package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.InteractionResult;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.schema.keyword.ReportSchema;
import conformance.suite.Overview;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** With several agents, the report shows the time for each. */
class TimingTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  /** Two reads for each of nine agents, and a slow probe. */
  private static final RunResult REPORT =
      Sample.report(
          PLAIN,
          Stream.concat(
                  IntStream.rangeClosed(1, 9)
                      .mapToObj(i -> Sample.of("o" + i, Sample.took(10 * i, Sample.result())))
                      .flatMap(it -> Stream.of(it, Sample.again(Sample.took(1_000, it)))),
                  Stream.of(Sample.named("probe", Sample.took(99_000, Sample.result()))))
              .toArray(InteractionResult[]::new));

  @Test
  void isTheSumOfBothReads() {
    assertThat(Timing.of(REPORT))
        .singleElement()
        .hasToString("median 1,050 ms; slowest 1,090 ms (o9), 1,080 ms (o8), 1,070 ms (o7)");
  }

  @Test
  void isToldInEveryReport() {
    var line = "time for each owner: median 1,050 ms; slowest 1,090 ms (o9)";
    assertThat(Summary.text(REPORT)).contains("\n" + line);
    assertThat(SummaryMarkdown.of(REPORT)).contains("\ntime for each owner: median 1,050 ms");
    assertThat(Overview.environment(REPORT).replace("\\u0020", " "))
        .contains("\nTime for each owner=median 1,050 ms");
    var json = ReportJson.of(REPORT);
    assertThat(ReportSchema.faults(json)).isEmpty();
    assertThat(new JsonMapper().readTree(json).at("/timing/0"))
        .hasToString(
            "{\"operation\":\"list things\",\"medianMillis\":1050,\"slowest\":["
                + "{\"millis\":1090,\"parameters\":{\"owner\":\"o9\"}},"
                + "{\"millis\":1080,\"parameters\":{\"owner\":\"o8\"}},"
                + "{\"millis\":1070,\"parameters\":{\"owner\":\"o7\"}}]}");
  }

  @Test
  void isNotToldOfOneAgent() {
    var report = Sample.report(PLAIN, Sample.result(), Sample.again(Sample.result()));
    assertThat(Timing.of(report)).isEmpty();
    assertThat(ReportJson.of(report)).doesNotContain("timing");
  }
}
