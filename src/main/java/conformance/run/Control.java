package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.ResponseHead;
import conformance.contract.RuleCounter;
import conformance.protocol.DataLeak;
import conformance.protocol.EnvironmentFaults;
import conformance.protocol.ProbeGroup;
import java.util.List;
import java.util.Optional;

/**
 * The ordinary request, sent again after probes: the one place that decides whether the target
 * still answers as before.
 *
 * @param token sends it
 * @param before the last ordinary read
 * @param data finds whether a response holds anything
 */
record Control(AcceptedToken token, InteractionResult before, DataLeak data) {

  /** The result if the target answers otherwise since {@code group}; empty if as before. */
  Optional<InteractionResult> changed(ProbeGroup group) {
    var interaction = before.interaction();
    var exchange = token.send(before.exchange().orElseThrow().request(), (head, body) -> {});
    // Who has shown wrong tokens may be locked out, whatever token is shown after them.
    return token
        .ended()
        .filter(any -> !showsWrongTokens(group))
        .or(
            () ->
                difference(exchange)
                    .map(
                        how ->
                            new EnvironmentFault(
                                "since the %s the ordinary request is not answered as before: %s"
                                    .formatted(group.name(), how),
                                advice(group))))
        .map(
            fault ->
                InteractionResult.prevented(
                    new Interaction(
                        interaction.operation().name() + ", after probes",
                        interaction.operation(),
                        interaction.parameters()),
                    Optional.of(exchange),
                    fault,
                    new RuleCounter(List.of())));
  }

  private Optional<String> difference(Exchange exchange) {
    var fault = EnvironmentFaults.environment(before.interaction(), exchange);
    var failedBefore = before.exchange().flatMap(Exchange::failure).isPresent();
    if (fault.isPresent()) {
      return fault.map(EnvironmentFault::reason);
    }
    if (exchange.failure().isPresent() && !failedBefore) {
      return exchange.failure().map(Failure::reason);
    }
    if (!status(exchange).equals(before.exchange().flatMap(Control::status))) {
      return status(exchange).map(status -> "status " + status);
    }
    return before.items() > 0 && !data.hasContent(exchange)
        ? Optional.of("the response holds no data any more")
        : Optional.empty();
  }

  private static Optional<Integer> status(Exchange exchange) {
    return exchange.head().map(ResponseHead::status);
  }

  private static boolean showsWrongTokens(ProbeGroup group) {
    return group.probes().stream().anyMatch(probe -> probe.request().credential().wrong());
  }

  private static String advice(ProbeGroup group) {
    return showsWrongTokens(group)
        ? "The target may lock out who shows wrong tokens: wait until it lets this machine in"
            + " again, and leave them out with target.probe_tokens=false."
        : "The target may lock out who sends such requests: wait until it lets this machine in"
            + " again, and have it let through.";
  }
}
