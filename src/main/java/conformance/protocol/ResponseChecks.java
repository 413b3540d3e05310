package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.DocumentedResponse;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.Source;
import java.util.List;
import java.util.stream.Stream;

/** Checks of the documented response to a successful request, apart from its body. */
public final class ResponseChecks {
  /** Category of what is wrong with a response, but for its body. */
  public static final String CATEGORY = "Transport";

  private final DocumentedResponse documented;
  private final String address;

  private ResponseChecks(String contract, Operation operation) {
    this.documented = operation.response();
    this.address =
        "%s/openapi.yaml#%s/%d/".formatted(contract, operation.id(), documented.status());
  }

  /** The checks of one operation of the contract named {@code contract}. */
  public static List<ResponseCheck> of(String contract, Operation operation) {
    var checks = new ResponseChecks(contract, operation);
    return Stream.concat(
            Stream.of(
                checks.status(), checks.mediaType(), checks.charset(), checks.contentEncoding()),
            Stream.concat(
                HeadChecks.of(checks.address, checks.documented.source()).stream(),
                Stream.of(checks.complete())))
        .toList();
  }

  private ResponseCheck status() {
    var status = "" + documented.status();
    var rule = rule("status", "HTTP status", "HTTP status is " + status, status);
    return ResponseCheck.ofStatus(rule, any -> true, this::documented, this::unexpected);
  }

  private ResponseCheck mediaType() {
    var rule =
        rule(
            "header/Content-Type",
            "Content-Type",
            "Content-Type is " + documented.mediaType(),
            documented.mediaType());
    return new ResponseCheck(rule, this::documented, exchange -> mediaType(exchange, rule));
  }

  /** Clients that heed the parameter all the same would misread the body. */
  private ResponseCheck charset() {
    var rule =
        new Rule(
            address + "header/Content-Type/charset",
            Level.SHOULD,
            new Source(documented.source().section() + "; RFC 8259, section 11", Basis.IMPLIED),
            CATEGORY,
            "Content-Type",
            "Content-Type announces no charset but UTF-8",
            "no charset, or utf-8");
    return new ResponseCheck(rule, this::documented, exchange -> charset(exchange, rule));
  }

  private ResponseCheck contentEncoding() {
    var rule =
        new Rule(
            address + "header/Content-Encoding",
            Level.MUST,
            new Source(documented.source().section() + "; RFC 9110, section 12.5.3", Basis.IMPLIED),
            CATEGORY,
            "Content-Encoding",
            "Content-Encoding is one that was asked for",
            ResponseHead.ENCODINGS + ", or none");
    return new ResponseCheck(
        rule, this::documented, exchange -> Responses.undecodableBody(rule, exchange));
  }

  private ResponseCheck complete() {
    var rule =
        rule("body/complete", "body", "body arrives whole and in time", "the whole body in time");
    return new ResponseCheck(
        rule, this::documented, exchange -> Responses.incompleteBody(rule, exchange));
  }

  private Rule rule(String id, String subject, String promise, String expected) {
    var source = new Source(documented.source().section(), Basis.STATED);
    return new Rule(address + id, Level.MUST, source, CATEGORY, subject, promise, expected);
  }

  private boolean documented(Exchange exchange) {
    return exchange.head().filter(head -> head.status() == documented.status()).isPresent();
  }

  private String unexpected(Exchange exchange) {
    return Responses.redirect(exchange)
        .map("%s, which is not followed"::formatted)
        .orElse("the documentation answers such a request with %d".formatted(documented.status()));
  }

  private static List<Deviation> charset(Exchange exchange, Rule rule) {
    return MediaType.otherCharset(exchange.head().orElseThrow().values("Content-Type")).stream()
        .map(
            charset ->
                new Deviation(
                    "header:Content-Type",
                    rule.expected(),
                    Excerpt.text(charset),
                    "JSON is UTF-8, and a charset has no effect on it"))
        .toList();
  }

  private List<Deviation> mediaType(Exchange exchange, Rule rule) {
    var values = exchange.head().orElseThrow().values("Content-Type");
    return MediaType.deviation(values, documented.mediaType(), rule.expected());
  }
}
