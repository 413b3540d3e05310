package conformance.report;

import conformance.contract.Deviation;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import java.time.Duration;
import java.util.regex.Pattern;

/** The shell command that reproduces a finding. */
final class Reproduction {
  /**
   * Puts numbers in quotes, since jq writes them in its own way: 3.0 as 3, and long ones rounded.
   */
  private static final String QUOTING =
      "perl -pe 's/(\"(?:\\\\.|[^\"\\\\])*\")|([-+.\\w]+)/$1||\"\\\"$2\\\"\"/ge'";

  /** Makes visible what jq replaces or refuses: bytes that are not UTF-8, and lone surrogates. */
  private static final String SPELLING =
      "perl -MEncode -pe '$_ = encode(\"UTF-8\", decode(\"UTF-8\", $_,"
          + " sub { join \"\", map { sprintf \"\\\\\\\\x%02X\", $_ } @_ }));"
          + " s/(\\\\\\\\|\\\\u[dD][89abAB]..\\\\u[dD][c-fC-F]..)|\\\\(?=u[dD][89a-fA-F])/$1||\"\\\\\\\\\"/ge'";

  /** A number as a deviation shows it, perhaps masked, or behind the name of its property. */
  private static final Pattern NUMBER =
      Pattern.compile("(?s)(\"(\\\\.|[^\"\\\\])*+\": )?[-+]?([0-9#]|NaN|INF|Infinity).*");

  private Reproduction() {}

  /**
   * A command that prints the first place in the body as it was sent; for a header, the headers;
   * for a rule that compares two reads, their difference.
   */
  static String of(InteractionResult result, Rule rule, Deviation first) {
    var location = first.location();
    var filter = filter(rule, first);
    if (result.exchange().isEmpty()) {
      var file = result.interaction().operation().response().example().orElseThrow();
      var jq = jq(rule, first, true);
      return filter.isEmpty() ? jq + " " + file : "%s %s | %s".formatted(filter, file, jq);
    }
    var exchange = result.exchange().get();
    var curl = exchange.curl();
    var before = result.previous(rule);
    if (before.isPresent()) {
      var delay = Duration.between(before.get().began(), exchange.began());
      return difference(piped(curl, filter, "jq ."), delay);
    }
    if (!location.startsWith("/")) {
      return curl.replaceFirst("^curl -sS", location.isEmpty() ? "curl -sS" : "curl -sSi");
    }
    var list = !exchange.beginning().stripLeading().startsWith("{");
    return piped(curl, filter, jq(rule, first, list));
  }

  private static String piped(String curl, String filter, String jq) {
    return filter.isEmpty() ? curl + " | " + jq : "%s | %s | %s".formatted(curl, filter, jq);
  }

  /** What must be done to the text before jq reads it; empty if nothing. */
  private static String filter(Rule rule, Deviation first) {
    if (rule.id().endsWith("/body/utf-8") || rule.id().endsWith("/body/surrogates")) {
      return SPELLING;
    }
    return NUMBER.matcher(first.actual()).matches() ? QUOTING : "";
  }

  private static String jq(Rule rule, Deviation first, boolean list) {
    var path = JqFilter.of(first.location());
    if (rule.id().endsWith("/body/unique-names")) {
      // jq itself keeps the last value only.
      return "jq -c --stream '%s'".formatted(path.everyValue());
    }
    // Without the quotes that a filter has added.
    var raw = filter(rule, first).isEmpty() ? "" : "-r ";
    return "jq %s'%s'".formatted(raw, path.value(list));
  }

  /** The difference between two reads, with the original delay between them. */
  private static String difference(String read, Duration delay) {
    // One after the other: both reads at once would show them in any order.
    return "first=$(%1$s); sleep %2$d; diff <(echo \"$first\") <(%1$s)"
        .formatted(read, Math.max(1, delay.toSeconds()));
  }
}
