package conformance.suite;

import conformance.contract.Deviation;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.report.Messages;
import java.util.stream.Collectors;

/**
 * What the report shows on the first screen of a test, below the line that says what is wrong.
 *
 * <p>Allure takes HTML as it is, so every text is escaped here: values come from the server.
 */
public final class DescriptionHtml {
  private static final int PLACES = 3;
  private static final int VALUES = 5;
  private static final int SHORT = 40;

  private DescriptionHtml() {}

  public static String of(ReportedRule test) {
    var group = test.group();
    var finding = group.finding();
    var rule = finding.rule();
    var counts = finding.counts();
    var html = new StringBuilder();
    html.append(
        "<p>A <b>%s</b>. Examined: %,d, deviating: %,d%s. Expected: %s.</p>"
            .formatted(
                rule.level(),
                counts.examined(),
                counts.deviating(),
                group.several() ? "; " + escape(group.verdicts()) : "",
                escape(rule.expected())));
    Messages.why(finding.verdict())
        .ifPresent(why -> html.append("<p>%s</p>".formatted(escape(why))));
    if (!counts.deviations().isEmpty()) {
      html.append(group.several() ? AgentsHtml.of(group) : places(counts));
    }
    Messages.command(group)
        .ifPresent(it -> html.append("<p>Show it again:</p><pre>%s</pre>".formatted(escape(it))));
    if (counts.deviating() > 1) {
      html.append(values(group));
    }
    html.append(
        "<p>Documentation: %s. Rule: <code>%s</code></p>"
            .formatted(escape(rule.source().toString()), address(rule.id())));
    return html.toString();
  }

  private static String places(RuleCounts counts) {
    var rows =
        counts.deviations().stream()
            .limit(PLACES)
            .map(DescriptionHtml::place)
            .collect(Collectors.joining());
    var more =
        counts.deviating() > PLACES
            ? "<p>and %,d more places</p>".formatted(counts.deviating() - PLACES)
            : "";
    return table("<th>where</th><th>actual</th><th>why</th>", rows) + more;
  }

  private static String place(Deviation deviation) {
    return "<tr>%s%s<td>%s</td></tr>"
        .formatted(
            cell(Messages.name(deviation.location())),
            cell(deviation.actual()),
            escape(deviation.reason()));
  }

  /** How often which value, where that tells more than the places do. */
  private static String values(RuleResult group) {
    var counts = group.finding().counts();
    var rows =
        counts.values().entrySet().stream()
            .limit(VALUES)
            .map(
                it ->
                    "<tr><td>%,d</td><td>%s</td></tr>"
                        .formatted(it.getValue(), escape(it.getKey())))
            .collect(Collectors.joining());
    var more = counts.values().size() > VALUES ? "<p>and other values</p>" : "";
    return table(
            "<th>%s</th><th>value</th>".formatted(group.allValues() ? "times" : "times at least"),
            rows)
        + more;
  }

  static String table(String titles, String rows) {
    return "<table cellpadding=\"4\"><tr align=\"left\">%s</tr>%s</table>".formatted(titles, rows);
  }

  /** A short value stays on one line: a date is not broken at its hyphens. */
  static String cell(String text) {
    return "<td%s>%s</td>"
        .formatted(text.length() <= SHORT ? " nowrap=\"nowrap\"" : "", escape(text));
  }

  /** May be broken at its slashes. */
  private static String address(String rule) {
    return escape(rule).replace("/", "/<wbr/>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
