package conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescriptionHtmlTest {

  @Test
  void tellsWhatIsAskedHowOftenItIsBrokenWhereAndHowToSeeIt() {
    assertThat(html(Sample.finding(Level.MUST, 5_000, Sample.SECOND_89)))
        .isEqualTo(
            """
            <p>at <b>must</b> be an RFC 3339 date-time.</p>\
            <p>Examined 5,000 times, deviating 1 times. Source: Response &gt; at (stated). \
            Rule: <code>things/thing.schema.json#/properties/at/format</code></p>\
            <table cellpadding="6"><tr><th>where</th><th>expected</th><th>actual</th><th>why</th></tr>\
            <tr><td>/3/at</td><td>an RFC 3339 date-time</td>\
            <td>&quot;2024-02-29T04:22:89Z&quot;</td><td>second 89 is outside 0-59</td></tr></table>\
            <p>Show it again:</p><pre>curl -sS -H &quot;Authorization: Bearer $TARGET_TOKEN&quot; \
            -H &#39;Accept: application/json&#39; &#39;http://localhost:8080/things/o1/all&#39; \
            | jq &#39;.[3].at&#39;</pre>""");
  }

  @Test
  void tellsWhyARuleIsNotDemonstrated() {
    assertThat(html(Sample.finding(Level.SHOULD, 0)))
        .startsWith("<p>at <b>should</b> be an RFC 3339 date-time.</p>")
        .endsWith("<p>not demonstrated, no item has it</p>");
  }

  @Test
  void listsABoundedNumberOfPlaces() {
    var deviations =
        IntStream.range(0, 1_010)
            .mapToObj(i -> new Deviation("/%d".formatted(i), "", "\"%d\"".formatted(i % 2), ""))
            .toArray(Deviation[]::new);
    assertThat(html(Sample.finding(Level.MUST, 1_010, deviations)))
        .contains("<td>/9</td>")
        .doesNotContain("<td>/10</td>")
        .contains("</table><p>and 1,000 more</p>")
        .contains("<p>Values: &quot;0&quot; (505 times), &quot;1&quot; (505 times)</p>");
  }

  private static String html(Finding finding) {
    var chapter = Sample.chapter(finding);
    var report = Sample.report(new Strictness(false, false), chapter);
    return DescriptionHtml.of(new TestCase(report, chapter, finding));
  }
}
