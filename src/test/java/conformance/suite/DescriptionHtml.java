package conformance.suite;

import conformance.contract.Deviation;
import conformance.contract.RuleCounts;
import conformance.contract.RuleResult;
import conformance.report.Messages;
import java.util.stream.Collectors;

/**
 * The description of a test in Allure's report, shown below its message.
 *
 * <p>Allure does not escape HTML, so every text is escaped here: values come from the server.
 */
public final class DescriptionHtml {
  private static final int MAX_PLACES = 3;
  private static final int MAX_VALUES = 5;
  private static final int NO_WRAP_LENGTH = 40;

  private DescriptionHtml() {}

  public static String of(ReportedRule test) {
    var ruleResult = test.ruleResult();
    var finding = ruleResult.finding();
    var rule = finding.rule();
    var counts = finding.counts();
    var html = new StringBuilder();
    html.append(
        "<p>A <b>%s</b>. Examined: %,d, deviating: %,d%s. Expected: %s.</p>"
            .formatted(
                rule.level(),
                counts.examined(),
                counts.deviating(),
                ruleResult.several() ? "; " + escape(ruleResult.verdicts()) : "",
                escape(rule.expected())));
    if (test.passes()) {
      test.result()
          .exchange()
          .map(exchange -> Evidence.of(exchange, rule.subject()))
          .ifPresent(shown -> html.append("<p>%s.</p>".formatted(escape(shown))));
    }
    Messages.why(finding.verdict())
        .ifPresent(why -> html.append("<p>%s</p>".formatted(escape(why))));
    if (!counts.deviations().isEmpty()) {
      html.append(ruleResult.several() ? AgentsHtml.of(ruleResult) : places(counts));
    }
    Messages.command(ruleResult)
        .ifPresent(
            command ->
                html.append("<p>Show it again:</p><pre>%s</pre>".formatted(escape(command))));
    Messages.request(ruleResult)
        .ifPresent(
            request -> html.append("<p>Request: <code>%s</code></p>".formatted(escape(request))));
    if (counts.deviating() > 1) {
      html.append(values(ruleResult));
    }
    html.append(
        "<p>Documentation: %s. Rule: <code>%s</code></p>"
            .formatted(escape(rule.source().toString()), address(rule.id())));
    return html.toString();
  }

  private static String places(RuleCounts counts) {
    var rows =
        counts.deviations().stream()
            .limit(MAX_PLACES)
            .map(DescriptionHtml::place)
            .collect(Collectors.joining());
    var more =
        counts.deviating() > MAX_PLACES
            ? "<p>and %,d more places</p>".formatted(counts.deviating() - MAX_PLACES)
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

  /** The deviating values with their counts. */
  private static String values(RuleResult ruleResult) {
    var counts = ruleResult.finding().counts();
    var rows =
        counts.values().entrySet().stream()
            .limit(MAX_VALUES)
            .map(
                value ->
                    "<tr><td>%,d</td><td>%s</td></tr>"
                        .formatted(value.getValue(), escape(value.getKey())))
            .collect(Collectors.joining());
    var more = counts.values().size() > MAX_VALUES ? "<p>and other values</p>" : "";
    return table(
            "<th>%s</th><th>value</th>"
                .formatted(ruleResult.allValues() ? "times" : "times at least"),
            rows)
        + more;
  }

  static String table(String titles, String rows) {
    return "<table cellpadding=\"4\"><tr align=\"left\">%s</tr>%s</table>".formatted(titles, rows);
  }

  /** A table cell; a short value, such as a date with its hyphens, is not wrapped. */
  static String cell(String text) {
    return "<td%s>%s</td>"
        .formatted(text.length() <= NO_WRAP_LENGTH ? " nowrap=\"nowrap\"" : "", escape(text));
  }

  /** A rule id that browsers may wrap at its slashes. */
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
