package conformance.suite;

import conformance.contract.Parameters;
import conformance.contract.RuleResult;
import conformance.contract.Severity;
import conformance.report.Messages;
import java.util.stream.Collectors;

/** The table of the agents that break a rule, for a test about several agents. */
final class AgentsHtml {
  private static final int ROWS = 10;

  private AgentsHtml() {}

  /** The most severe ones, and the number of the others. */
  static String of(RuleResult ruleResult) {
    var deviating = ruleResult.deviating();
    var rows = deviating.stream().limit(ROWS).map(AgentsHtml::row).collect(Collectors.joining());
    var titles =
        "<th>%s</th><th>deviating</th><th>first place</th><th>actual</th><th>why</th>"
            .formatted(
                DescriptionHtml.escape(
                    Parameters.parameters(deviating.get(0).result().interaction())));
    var more =
        deviating.size() > ROWS
            ? "<p>and %,d more, in the attachment</p>".formatted(deviating.size() - ROWS)
            : "";
    return DescriptionHtml.table(titles, rows) + more;
  }

  private static String row(RuleResult.Entry entry) {
    var counts = entry.finding().counts();
    var first = counts.deviations().get(0);
    return "<tr><td>%s</td>%s%s%s<td>%s</td></tr>"
        .formatted(
            DescriptionHtml.escape(Parameters.value(entry.result().interaction())),
            DescriptionHtml.cell(
                "%,d of %,d%s"
                    .formatted(
                        counts.deviating(),
                        counts.examined(),
                        entry.severity() == Severity.KNOWN ? ", known" : "")),
            DescriptionHtml.cell(Messages.name(first.location())),
            DescriptionHtml.cell(first.actual()),
            DescriptionHtml.escape(first.reason()));
  }
}
