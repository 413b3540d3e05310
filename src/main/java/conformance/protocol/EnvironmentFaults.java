package conformance.protocol;

import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Failure.Kind;
import conformance.contract.Interaction;
import conformance.contract.ResponseHead;
import java.net.URI;
import java.util.Optional;

/** Tells an exchange that says nothing about the API from one that can be judged. */
public final class EnvironmentFaults {
  private EnvironmentFaults() {}

  /**
   * What is wrong with the network, the settings or the load, if that is why there is no answer.
   */
  public static Optional<EnvironmentFault> environment(Interaction interaction, Exchange exchange) {
    return exchange
        .head()
        .map(head -> refused(head, interaction, exchange.url()))
        .orElseGet(() -> unreached(exchange));
  }

  /**
   * The same for a probe, to a target that has answered an ordinary one: to refuse it is right, and
   * to be silent is the target's own fault.
   */
  public static Optional<EnvironmentFault> ofProbe(Exchange exchange) {
    return exchange
        .head()
        .map(EnvironmentFaults::busy)
        .orElseGet(
            () ->
                exchange.failure().orElseThrow().kind() == Kind.SILENCE
                    ? Optional.empty()
                    : unreached(exchange));
  }

  /**
   * Whether a fault says nothing of what else may be asked for: one agent is not known, or is
   * another owner's. 401 says that the token itself is not valid (RFC 9110, section 15.5.2).
   */
  public static boolean concernsOne(Exchange exchange) {
    return exchange.head().filter(it -> it.status() == 403 || it.status() == 404).isPresent();
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
              "the target does not know %s: status 404".formatted(named(interaction)),
              "Check target.url (%s was asked for) and %s: does the token's owner have it?"
                  .formatted(template(interaction, url), settings(interaction)));
      default -> busy(head);
    };
  }

  private static Optional<EnvironmentFault> unreached(Exchange exchange) {
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

  /** The URL without the values in it, so that it is the same for all of them. */
  private static String template(Interaction interaction, URI url) {
    var operation = interaction.operation();
    return url.toString().replace(operation.path(interaction.parameters()), operation.path());
  }

  private static String named(Interaction interaction) {
    return interaction.parameters().entrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .reduce("%s, %s"::formatted)
        .orElse("the path");
  }

  private static String settings(Interaction interaction) {
    return interaction.parameters().keySet().stream()
        .map("target."::concat)
        .reduce("%s, %s"::formatted)
        .orElse("the token");
  }

  private static Optional<EnvironmentFault> fault(String reason, String advice) {
    return Optional.of(new EnvironmentFault(reason, advice));
  }
}
