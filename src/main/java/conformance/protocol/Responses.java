package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Rule;
import java.util.List;
import java.util.Optional;

/** Classifies responses, and builds deviations that several checks have in common. */
public final class Responses {
  /** The reason given for a status 5xx. */
  static final String FAILED = "the target failed over it";

  private Responses() {}

  /** The status; 0 if there is no response. */
  static int status(Exchange exchange) {
    return exchange.head().map(head -> head.status()).orElse(0);
  }

  static boolean succeeds(Exchange exchange) {
    return status(exchange) / 100 == 2;
  }

  static boolean isClientError(Exchange exchange) {
    return status(exchange) / 100 == 4;
  }

  static boolean isServerError(Exchange exchange) {
    return status(exchange) / 100 == 5;
  }

  /** Whether the target failed: it responded with 5xx, or not at all. */
  public static boolean targetFailed(Exchange exchange) {
    return status(exchange) == 0 || isServerError(exchange);
  }

  /** Whether the target does not implement the method (RFC 9110, section 15.6.2). */
  static boolean lacksMethod(Exchange exchange) {
    return status(exchange) == 501;
  }

  static boolean isError(Exchange exchange) {
    return isClientError(exchange) || isServerError(exchange);
  }

  static boolean isErrorWithBody(Exchange exchange) {
    return isError(exchange) && !exchange.beginning().isEmpty();
  }

  /** Whether the target neither fulfilled the request nor failed: it refused or redirected it. */
  static boolean refusesOrRedirects(Exchange exchange) {
    return !succeeds(exchange) && !targetFailed(exchange);
  }

  /** Whether there is a body, though the status does not indicate success. */
  static boolean isUnsuccessfulWithBody(Exchange exchange) {
    return status(exchange) >= 300 && !exchange.beginning().isEmpty();
  }

  /** The deviation of a status, or of a missing response. */
  static List<Deviation> statusDeviation(Rule rule, Exchange exchange, String reason) {
    var status = status(exchange);
    return List.of(
        new Deviation(
            "status",
            rule.expected(),
            status == 0 ? "no response" : "" + status,
            status == 0 ? exchange.failure().map(Failure::reason).orElseThrow() : reason));
  }

  /** The deviation of a body that is incomplete. */
  static List<Deviation> incompleteBody(Rule rule, Exchange exchange) {
    return exchange.failure().stream()
        .map(
            failure ->
                new Deviation(
                    "",
                    rule.expected(),
                    "%,d bytes, then no more".formatted(exchange.bytes()),
                    failure.reason()))
        .toList();
  }

  /** The deviation of a body in an unaccepted content coding (RFC 9110, section 12.5.3). */
  static List<Deviation> undecodableBody(Rule rule, Exchange exchange) {
    var head = exchange.head().orElseThrow();
    return head.decodable()
        ? List.of()
        : List.of(
            new Deviation(
                "header:Content-Encoding",
                rule.expected(),
                Excerpt.text(String.join(", ", head.values("Content-Encoding"))),
                "the request said that it cannot read that, so the body was not read"));
  }

  /**
   * Why the status of a refusal or redirect is wrong.
   *
   * @param expected which statuses clients expect, in words
   */
  static String unexpectedStatus(Exchange exchange, String expected) {
    return redirect(exchange).orElseGet(() -> "it is a refusal, but clients expect " + expected);
  }

  /** The target of a redirect (RFC 9110, section 15.4), as a reason; empty if it is none. */
  static Optional<String> redirect(Exchange exchange) {
    return exchange
        .head()
        .filter(head -> head.status() / 100 == 3)
        .map(
            head ->
                head.values("Location").stream().findFirst().map(Excerpt::text).orElse("nowhere"))
        .map("it is a redirect to "::concat);
  }
}
