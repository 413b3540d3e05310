package conformance.report;

import conformance.contract.Deviation;
import java.util.stream.Collectors;

/**
 * What the report shows on the first screen of a test.
 *
 * <p>Allure takes HTML as it is, so every text is escaped here: values come from the server.
 */
final class DescriptionHtml {
  private static final int PLACES = 10;

  private DescriptionHtml() {}

  static String of(TestCase test) {
    var rule = test.finding().rule();
    var examined = test.finding().examined();
    var html = new StringBuilder();
    html.append(
        "<p>%s <b>%s</b> be %s.</p>"
            .formatted(escape(rule.subject()), rule.level(), escape(rule.expected())));
    html.append(
        "<p>Examined %,d times, deviating %,d times. Source: %s. Rule: <code>%s</code></p>"
            .formatted(
                examined.examined(),
                examined.deviating(),
                escape(rule.source().toString()),
                escape(rule.id())));
    Messages.why(test.finding().verdict())
        .ifPresent(why -> html.append("<p>%s</p>".formatted(escape(why))));
    if (!examined.deviations().isEmpty()) {
      html.append(table(test));
    }
    Messages.command(test.chapter(), test.finding())
        .ifPresent(it -> html.append("<p>Show it again:</p><pre>%s</pre>".formatted(escape(it))));
    return html.toString();
  }

  private static String table(TestCase test) {
    var examined = test.finding().examined();
    var rows =
        examined.deviations().stream()
            .limit(PLACES)
            .map(DescriptionHtml::row)
            .collect(Collectors.joining());
    var more =
        examined.deviating() > PLACES
            ? "<p>and %,d more</p>".formatted(examined.deviating() - PLACES)
            : "";
    var values =
        examined.values().size() > 1
            ? "<p>Values: %s</p>".formatted(escape(Messages.values(test.finding())))
            : "";
    return "<table cellpadding=\"6\"><tr><th>where</th><th>expected</th><th>actual</th><th>why</th></tr>%s</table>%s%s"
        .formatted(rows, more, values);
  }

  private static String row(Deviation deviation) {
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            escape(Messages.name(deviation.location())),
            escape(deviation.expected()),
            escape(deviation.actual()),
            escape(deviation.reason()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
