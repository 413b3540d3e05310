package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Level;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Strictness PLAIN = new Strictness(false, false);

  @Test
  void tellsHowItStandsWhatIsBrokenAndWhatWasNotSeen() {
    var known = new Verdict.Known("r", "t", "o", LocalDate.MAX);
    var broken = Sample.finding(Level.MUST, 12, Sample.SECOND_89);
    var chapter = Sample.chapter(broken, Sample.with(known, broken), Sample.finding(Level.MUST, 0));
    assertThat(Summary.text(Sample.report(PLAIN, chapter)))
        .isEqualTo(
            """
            deviates: http://localhost:8080, contract things (2024-02)
              0 kept, 1 broken, 0 advice, 1 known, 1 not demonstrated; 2 requests in 1,234 ms
              broken must, list things, owner o1: at is an RFC 3339 date-time: broken in 1 of 12. \
            /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59
              known, list things, owner o1: at is an RFC 3339 date-time: broken in 1 of 12. \
            /3/at is "2024-02-29T04:22:89Z": second 89 is outside 0-59
              not demonstrated, list things, owner o1: at is an RFC 3339 date-time""");
  }

  @Test
  void tellsWhyNothingWasJudged() {
    assertThat(Summary.text(Sample.report(PLAIN, Sample.refused(Sample.finding(Level.MUST, 0)))))
        .contains("environment: http://localhost:8080")
        .contains("  environment, list things, owner o1: the target refused the token. Check it.")
        .doesNotContain("not demonstrated, list things");
  }

  @Test
  void staysShort() {
    var finding = Sample.finding(Level.MUST, 1, Sample.SECOND_89);
    var chapters = Collections.nCopies(5_000, Sample.chapter(finding)).toArray(Chapter[]::new);
    assertThat(Summary.text(Sample.report(PLAIN, chapters)).lines())
        .hasSize(41)
        .last()
        .isEqualTo("  and 4,962 lines more in the report");
  }
}
