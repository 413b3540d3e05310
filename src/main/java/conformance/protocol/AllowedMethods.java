package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Source;
import conformance.protocol.Probes.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The check of what {@code Allow} lists where a method is refused (RFC 9110, section 10.2.1). */
record AllowedMethods(Probes probes) {

  /** That the documented methods are among them, and the refused one is not. */
  ResponseCheck check() {
    var documented = probes.operation().methods().stream().sorted().toList();
    var rule =
        probes.rule(
            "error/header/Allow/methods",
            Level.SHOULD,
            new Source("Errors; RFC 9110, section 10.2.1", Basis.IMPLIED),
            new Requirement(
                "Allow",
                "Allow lists the methods that work, and not the refused one",
                "%s, and not the refused method".formatted(String.join(", ", documented))));
    return new ResponseCheck(
        rule,
        exchange -> Responses.status(exchange) == 405 && !values(exchange).isEmpty(),
        exchange ->
            reasons(exchange, documented).stream()
                .map(
                    reason ->
                        new Deviation(
                            "header:Allow",
                            rule.expected(),
                            Excerpt.text(String.join(", ", values(exchange))),
                            reason))
                .toList());
  }

  private static List<String> values(Exchange exchange) {
    return exchange.head().orElseThrow().values("Allow");
  }

  private static List<String> reasons(Exchange exchange, List<String> documented) {
    // Methods are case-sensitive (RFC 9110, section 9.1).
    var listed =
        values(exchange).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .collect(Collectors.toSet());
    var reasons = new ArrayList<String>();
    var refused = exchange.request().method();
    if (listed.contains(refused)) {
      reasons.add("it lists %s, which was refused".formatted(refused));
    }
    documented.stream()
        .filter(method -> !listed.contains(method))
        .forEach(method -> reasons.add("it does not list %s, which works".formatted(method)));
    return reasons;
  }
}
