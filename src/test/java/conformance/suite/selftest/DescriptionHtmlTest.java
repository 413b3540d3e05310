package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.report.Sample;
import conformance.suite.DescriptionHtml;
import conformance.suite.ReportedRule;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescriptionHtmlTest {
  private static final String DOCUMENTATION =
      "<p>Documentation: Response &gt; at (stated). "
          + "Rule: <code>things/<wbr/>thing.schema.json#/<wbr/>properties/<wbr/>at/<wbr/>format</code></p>";

  @Test
  void tellsWhatIsAskedHowOftenItIsBrokenWhereAndHowToSeeIt() {
    assertThat(html(Sample.finding(Level.MUST, 5_000, Sample.SECOND_89)))
        .isEqualTo(
            """
            <p>A <b>must</b>. Examined: 5,000, deviating: 1. Expected: an RFC 3339 date-time.</p>\
            <table cellpadding="4"><tr align="left"><th>where</th><th>actual</th><th>why</th></tr>\
            <tr><td nowrap="nowrap">/3/at</td><td nowrap="nowrap">&quot;2024-02-29T04:22:89Z&quot;</td>\
            <td>second 89 is outside 0-59</td></tr></table>\
            <p>Show it again:</p><pre>curl -sS -H &quot;Authorization: Bearer $TARGET_TOKEN&quot; \
            -H &#39;Accept: application/json&#39; &#39;http://localhost:8080/things/o1/all&#39; \
            | jq &#39;.[3].at&#39;</pre>\
            <p>Request: <code>traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\
            </code></p>"""
                + DOCUMENTATION);
  }

  @Test
  void namesTheRequestAsTheTargetNamesIt() {
    var finding = Sample.finding(Level.MUST, 1, Sample.SECOND_89);
    var result = Sample.answered("Request-Id", "<b>7", Sample.result(finding));
    var report = Sample.report(new Strictness(false, false), result);
    var test = new ReportedRule(report, Sample.ruleResult(result, finding));
    assertThat(DescriptionHtml.of(test))
        .contains("<p>Request: <code>Request-Id &lt;b&gt;7, traceparent 00-4bf92f3577b3");
    assertThat(test.message())
        .contains(
            "\nrequest   Request-Id <b>7, traceparent " + Sample.TRACEPARENT + "\nshow it   curl");
  }

  @Test
  void tellsWhyARuleIsNotDemonstrated() {
    assertThat(html(Sample.finding(Level.SHOULD, 0)))
        .isEqualTo(
            "<p>A <b>should</b>. Examined: 0, deviating: 0. Expected: an RFC 3339 date-time.</p>"
                + "<p>not demonstrated, nothing in the response put it to the test</p>"
                + DOCUMENTATION);
  }

  @Test
  void tellsUntilWhenADeviationIsAccepted() {
    var known = new Verdict.Known("<r>", "T-1", "team", LocalDate.of(2026, 12, 31));
    assertThat(html(Sample.with(known, Sample.finding(Level.MUST, 1, Sample.SECOND_89))))
        .contains("<p>until 2026-12-31: &lt;r&gt; Ticket: T-1. Owner: team.</p>");
  }

  @Test
  void listsABoundedNumberOfPlacesAndValues() {
    var deviations =
        IntStream.range(0, 1_012)
            .mapToObj(i -> new Deviation("/" + i, "", "\"%d\"".formatted(i % 6), ""))
            .toArray(Deviation[]::new);
    assertThat(html(Sample.finding(Level.MUST, 1_012, deviations)))
        .contains(">/2</td>")
        .doesNotContain(">/3</td>")
        .contains("</table><p>and 1,009 more places</p><p>Show it again:</p>")
        .contains("<tr><td>169</td><td>&quot;0&quot;</td></tr>")
        .contains("<tr><td>168</td><td>&quot;4&quot;</td></tr></table><p>and other values</p>");
  }

  private static String html(Finding finding) {
    var result = Sample.result(finding);
    var report = Sample.report(new Strictness(false, false), result);
    return DescriptionHtml.of(new ReportedRule(report, Sample.ruleResult(finding)));
  }
}
