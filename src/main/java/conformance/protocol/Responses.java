package conformance.protocol;

import conformance.contract.Deviation;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Failure;
import conformance.contract.Rule;
import java.util.List;
import java.util.Optional;

/** What checks ask of an answer, and how they tell that its status is wrong. */
public final class Responses {
  /** Why a status 5xx is wrong. */
  static final String FAILED = "the target failed over it";

  private Responses() {}

  /** The status; 0 if there is no answer. */
  static int status(Exchange exchange) {
    return exchange.head().map(head -> head.status()).orElse(0);
  }

  static boolean succeeds(Exchange exchange) {
    return status(exchange) / 100 == 2;
  }

  static boolean refuses(Exchange exchange) {
    return status(exchange) / 100 == 4;
  }

  static boolean fails(Exchange exchange) {
    return status(exchange) / 100 == 5;
  }

  /** Whether the target broke over the request: it failed, or did not answer. */
  public static boolean breaks(Exchange exchange) {
    return status(exchange) == 0 || fails(exchange);
  }

  /** Whether the target does not implement the method (RFC 9110, section 15.6.2). */
  static boolean lacksMethod(Exchange exchange) {
    return status(exchange) == 501;
  }

  static boolean isError(Exchange exchange) {
    return refuses(exchange) || fails(exchange);
  }

  /** Whether the answer is an error with a body. */
  static boolean tellsError(Exchange exchange) {
    return isError(exchange) && !exchange.beginning().isEmpty();
  }

  /** Whether the target neither gave what was asked for nor failed: it refused, or sent on. */
  static boolean turnsAway(Exchange exchange) {
    return !succeeds(exchange) && !breaks(exchange);
  }

  /** Whether there is a body though the target did not do what was asked for. */
  static boolean tellsNoSuccess(Exchange exchange) {
    return status(exchange) >= 300 && !exchange.beginning().isEmpty();
  }

  /** The deviation of a status; that of the missing answer if there is none. */
  static List<Deviation> wrong(Rule rule, Exchange exchange, String reason) {
    var status = status(exchange);
    return List.of(
        new Deviation(
            "status",
            rule.expected(),
            status == 0 ? "no response" : "" + status,
            status == 0 ? exchange.failure().map(Failure::reason).orElseThrow() : reason));
  }

  /** The deviation of a body that did not come to its end. */
  static List<Deviation> brokenOff(Rule rule, Exchange exchange) {
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

  /** The deviation of a body in a coding that was not asked for (RFC 9110, section 12.5.3). */
  static List<Deviation> encoded(Rule rule, Exchange exchange) {
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
   * Why the status of an answer that turns a request away is wrong.
   *
   * @param expected which statuses clients expect, in words
   */
  static String unexpected(Exchange exchange, String expected) {
    return redirect(exchange).orElseGet(() -> "it is a refusal, but clients expect " + expected);
  }

  /** Where the target sends on to, if it does (RFC 9110, section 15.4). */
  static Optional<String> redirect(Exchange exchange) {
    return exchange
        .head()
        .filter(it -> it.status() / 100 == 3)
        .map(it -> it.values("Location").stream().findFirst().map(Excerpt::text).orElse("nowhere"))
        .map("it is a redirect to "::concat);
  }
}
