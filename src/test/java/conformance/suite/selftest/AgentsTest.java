package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Deviation;
import conformance.contract.InteractionResult;
import conformance.contract.Level;
import conformance.contract.RuleResult;
import conformance.contract.Strictness;
import conformance.contract.Verdict;
import conformance.report.Messages;
import conformance.report.Sample;
import conformance.report.Table;
import conformance.suite.DescriptionHtml;
import conformance.suite.ReportedRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a rule that many agents break is told: by message, by description, by attachment. */
class AgentsTest {
  private static final RuleResult MANY =
      RuleResult.of(
              Sample.report(
                  new Strictness(false, false),
                  IntStream.range(0, 1_200)
                      .mapToObj(AgentsTest::agent)
                      .toArray(InteractionResult[]::new)))
          .get(0);

  /** Every second agent deviates in three places of five. */
  private static InteractionResult agent(int i) {
    var places =
        IntStream.range(0, i % 2 == 0 ? 0 : 3)
            .mapToObj(
                at -> new Deviation("/%d/at".formatted(at), "a time", "\"<b>\"", "it is none"))
            .toArray(Deviation[]::new);
    return Sample.of("o%04d".formatted(i), Sample.result(Sample.finding(Level.MUST, 5, places)));
  }

  @Test
  void areToldApartFromThoseWhoseDeviationsAreAccepted() {
    var broken = Sample.finding(Level.MUST, 5, Sample.SECOND_89);
    var known = Sample.with(new Verdict.Known("r", "t", "o", LocalDate.MAX), broken);
    var report =
        Sample.report(
            new Strictness(false, false),
            Sample.result(known),
            Sample.of("o2", Sample.result(broken)));
    assertThat(Messages.of(RuleResult.of(report).get(0)))
        .contains("for       owner o2, 1 of 5\n")
        .contains("for       owner o1, 1 of 5, known\n");
  }

  @Test
  void areToldByTheirCountsAndTheFirstFewByTheirFirstPlace() {
    assertThat(Messages.of(MANY))
        .startsWith(
            """
            at is an RFC 3339 date-time: broken in 1,800 of 6,000, for 600 of 1,200 values of owner. \
            /0/at for owner o0001 is "<b>": it is none

            for       owner o0001, 3 of 5
            where     /0/at
            expected  a time
            actual    "<b>"
            why       it is none

            for       owner o0003, 3 of 5
            """)
        .contains("owner o0009, 3 of 5")
        .doesNotContain("owner o0011")
        .contains(
            """

            1,795 more places

            values    "<b>" (1,800 times)

            source    Response > at (stated)
            category  Invalid timestamp
            rule      things/thing.schema.json#/properties/at/format (must)
            """);
  }

  @Test
  void areATableOfTheFirstFewInTheDescription() {
    var html =
        DescriptionHtml.of(new ReportedRule(Sample.report(new Strictness(false, false)), MANY));
    assertThat(html)
        .startsWith(
            "<p>A <b>must</b>. Examined: 6,000, deviating: 1,800; 600 broken, 600 kept of 1,200"
                + " values of owner. Expected: an RFC 3339 date-time.</p>"
                + "<table cellpadding=\"4\"><tr align=\"left\"><th>owner</th><th>deviating</th>"
                + "<th>first place</th><th>actual</th><th>why</th></tr>"
                + "<tr><td>o0001</td><td nowrap=\"nowrap\">3 of 5</td><td nowrap=\"nowrap\">/0/at</td>"
                + "<td nowrap=\"nowrap\">&quot;&lt;b&gt;&quot;</td><td>it is none</td></tr>")
        .contains("<td>o0019</td>")
        .doesNotContain("o0021")
        .contains("</table><p>and 590 more, in the attachment</p>");
  }

  @Test
  void areAllInTheAttachmentAndTheirPlacesAsFarAsThereIsRoom() {
    var tables = Table.of(MANY);
    assertThat(tables.keySet()).containsExactly("deviating by owner", "1,000 of 1,800 deviations");
    assertThat(tables.get("deviating by owner").lines())
        .startsWith(
            "\"owner\",\"verdict\",\"examined\",\"deviating\",\"location\",\"actual\",\"reason\"",
            "\"o0001\",\"broken\",\"5\",\"3\",\"/0/at\",\"\"\"<b>\"\"\",\"it is none\"")
        .hasSize(601);
    assertThat(tables.get("1,000 of 1,800 deviations").lines())
        .startsWith(
            "\"owner\",\"location\",\"expected\",\"actual\",\"reason\"",
            "\"o0001\",\"/0/at\",\"a time\",\"\"\"<b>\"\"\",\"it is none\"",
            "\"o0001\",\"/1/at\",\"a time\",\"\"\"<b>\"\"\",\"it is none\"")
        .hasSize(1_001);
  }

  @Test
  void areNotToldWhereThereIsOne() {
    var one = Sample.ruleResult(Sample.finding(Level.MUST, 5, Sample.SECOND_89));
    assertThat(Table.of(one).keySet()).containsExactly("all deviations");
    assertThat(List.of(Messages.of(one), Table.of(one).toString()))
        .noneMatch(it -> it.contains("owner"));
  }
}
