package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.DocumentedResponse;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.exchange.Exchange;
import conformance.exchange.Failure;
import conformance.json.Shown;
import java.util.List;
import java.util.Optional;

/** What the documented response to a request that succeeds is held to, besides its body. */
public final class ResponseChecks {
  private final DocumentedResponse documented;
  private final String address;

  private ResponseChecks(String contract, Operation operation) {
    this.documented = operation.response();
    this.address =
        "%s/openapi.yaml#%s/%d/".formatted(contract, operation.id(), documented.status());
  }

  /** The checks for one operation of the contract called {@code contract}. */
  public static List<ResponseCheck> of(String contract, Operation operation) {
    return new ResponseChecks(contract, operation).all();
  }

  private List<ResponseCheck> all() {
    var status =
        rule("status", "status", "status is " + documented.status(), "" + documented.status());
    var mediaType =
        rule(
            "header/Content-Type",
            "Content-Type",
            "Content-Type is " + documented.mediaType(),
            documented.mediaType() + ", and no charset but UTF-8");
    var complete =
        rule("body/complete", "body", "body arrives whole and in time", "the whole body in time");
    return List.of(
        new ResponseCheck(status, exchange -> true, exchange -> status(exchange, status)),
        new ResponseCheck(mediaType, this::documented, exchange -> mediaType(exchange, mediaType)),
        new ResponseCheck(complete, this::documented, exchange -> complete(exchange, complete)));
  }

  private Rule rule(String id, String subject, String promise, String expected) {
    var source = new Source(documented.source().section(), Basis.STATED);
    return new Rule(address + id, Level.MUST, source, subject, promise, expected);
  }

  private boolean documented(Exchange exchange) {
    return exchange.head().filter(head -> head.status() == documented.status()).isPresent();
  }

  private Optional<Deviation> status(Exchange exchange, Rule rule) {
    if (documented(exchange)) {
      return Optional.empty();
    }
    return Optional.of(
        exchange
            .head()
            .map(
                head ->
                    new Deviation(
                        "status",
                        rule.expected(),
                        "" + head.status(),
                        "the documentation names no answer but %d to this request"
                            .formatted(documented.status())))
            .orElseGet(
                () ->
                    new Deviation(
                        "status",
                        rule.expected(),
                        "no response",
                        exchange.failure().map(Failure::reason).orElseThrow())));
  }

  private Optional<Deviation> mediaType(Exchange exchange, Rule rule) {
    var values = exchange.head().orElseThrow().values("Content-Type");
    return MediaType.fault(values, documented.mediaType())
        .map(
            reason ->
                new Deviation(
                    "header:Content-Type",
                    rule.expected(),
                    values.isEmpty() ? "no such header" : Shown.text(String.join(", ", values)),
                    reason));
  }

  private Optional<Deviation> complete(Exchange exchange, Rule rule) {
    return exchange
        .failure()
        .map(
            failure ->
                new Deviation(
                    "",
                    rule.expected(),
                    "%,d bytes, then no more".formatted(exchange.bytes()),
                    failure.reason()));
  }
}
