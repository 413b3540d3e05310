package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.SecurityScheme;
import conformance.contract.Source;

/** The rule that no response repeats the token, whatever its status. */
public final class TokenEcho {
  private TokenEcho() {}

  /** The check of one operation of the contract named {@code contract}. */
  public static ResponseCheck of(String contract, Operation operation) {
    var scheme = operation.scheme();
    var secret = scheme.secret();
    var section = scheme.equals(SecurityScheme.BEARER) ? "; RFC 6750, section 5.2" : "";
    var rule =
        new Rule(
            "%s/openapi.yaml#%s/token-not-repeated".formatted(contract, operation.id()),
            Level.MUST,
            new Source(scheme.field() + section, Basis.IMPLIED),
            ResponseChecks.CATEGORY,
            secret,
            secret + " is not repeated in the response",
            "a response without the %s of the request".formatted(secret));
    return new ResponseCheck(
        rule,
        exchange -> exchange.head().isPresent() && !redirectsWithRequestUrl(exchange),
        exchange ->
            exchange.echoes().stream()
                .map(
                    location ->
                        new Deviation(
                            location,
                            rule.expected(),
                            "text with the %s in it".formatted(secret),
                            "whoever keeps, caches or logs the response keeps the " + secret))
                .toList());
  }

  /** A redirect to a login page repeats the request URL, which for this probe has the token. */
  private static boolean redirectsWithRequestUrl(Exchange exchange) {
    return exchange.request().credential() == Credential.QUERY
        && Responses.redirect(exchange).isPresent();
  }
}
