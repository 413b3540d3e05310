package conformance.protocol;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.contract.Interaction;
import conformance.contract.ResponseHead;
import java.net.URI;
import java.util.Optional;

/** Tells environment faults apart from exchanges that can be judged. */
public final class EnvironmentFaults {
  private EnvironmentFaults() {}

  /** Why an ordinary request got no usable response, if network, settings or load is the cause. */
  public static Optional<EnvironmentFault> environment(Interaction interaction, Exchange exchange) {
    return exchange
        .head()
        .map(head -> refused(head, interaction, exchange.url()))
        .orElseGet(() -> unreachable(exchange));
  }

  /**
   * The same for a probe, once the target has responded to an ordinary request: a refusal is
   * correct then, and no response at all is a deviation.
   */
  public static Optional<EnvironmentFault> ofProbe(Exchange exchange) {
    return exchange
        .head()
        .map(EnvironmentFaults::busy)
        .orElseGet(
            () ->
                exchange.failure().orElseThrow().kind() == Kind.SILENCE
                    ? Optional.empty()
                    : unreachable(exchange));
  }

  /**
   * Whether the fault concerns one parameter value only, such as an agent that is unknown or
   * belongs to another owner. 401 concerns all of them: the token itself is not valid (RFC 9110,
   * section 15.5.2).
   */
  public static boolean concernsOne(Exchange exchange) {
    return exchange.head().filter(head -> head.status() == 403 || head.status() == 404).isPresent();
  }

  private static Optional<EnvironmentFault> busy(ResponseHead head) {
    return head.busy()
        ? fault(
            "the target was busy at every attempt: status " + head.status(),
            "Try later, or lower target.rate.")
        : Optional.empty();
  }

  private static Optional<EnvironmentFault> refused(
      ResponseHead head, Interaction interaction, URI url) {
    return switch (head.status()) {
      case 401, 403 ->
          fault(
              "the target refused the token: status " + head.status(),
              "Check TARGET_TOKEN or target.token_file: is it valid, and meant for this target?");
      case 404 ->
          fault(
              "the target does not know %s: status 404".formatted(values(interaction)),
              "Check target.url (%s was asked for) and %s: does the token's owner have it?"
                  .formatted(template(interaction, url), settingNames(interaction)));
      default -> busy(head);
    };
  }

  private static Optional<EnvironmentFault> unreachable(Exchange exchange) {
    var failure = exchange.failure().orElseThrow();
    return switch (failure.kind()) {
      case NAME, CONNECTION ->
          fault(failure.reason(), "Check target.url, and that the server is up.");
      case TLS ->
          fault(
              failure.reason(),
              "Check target.url and the certificate of the server; target.ca_file adds an authority.");
      case SILENCE -> fault(failure.reason(), "Check the server, or raise target.timeout.");
      case NO_RESPONSE, BODY -> Optional.empty();
    };
  }

  /** The URL with the path template, so that it is the same for all parameter values. */
  private static String template(Interaction interaction, URI url) {
    var operation = interaction.operation();
    return url.toString().replace(operation.path(interaction.parameters()), operation.path());
  }

  private static String values(Interaction interaction) {
    return interaction.parameters().entrySet().stream()
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .reduce("%s, %s"::formatted)
        .orElse("the path");
  }

  private static String settingNames(Interaction interaction) {
    return interaction.parameters().keySet().stream()
        .map("target."::concat)
        .reduce("%s, %s"::formatted)
        .orElse("the token");
  }

  private static Optional<EnvironmentFault> fault(String reason, String advice) {
    return Optional.of(new EnvironmentFault(reason, advice));
  }
}
