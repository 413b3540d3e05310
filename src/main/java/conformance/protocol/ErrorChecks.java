package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.DocumentedError;
import conformance.contract.Excerpt;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks of an error response to any request, apart from the schema of its body. */
public record ErrorChecks(Probes probes) {

  /** The checks that apply to a response to a probe, by who may have sent it. */
  public List<ResponseCheck> of(Responder responder) {
    var checks = new ArrayList<>(List.of(noData(), internals()));
    if (responder != Responder.ANYONE) {
      checks.addAll(List.of(complete(), body(), contentEncoding()));
      // An API key has no authentication scheme that a challenge could name.
      if (!probes.operation().scheme().name().isEmpty()) {
        checks.add(challenge());
      }
      checks.addAll(List.of(allow(), new AllowedMethods(probes).check()));
    }
    if (responder == Responder.APPLICATION) {
      checks.add(mediaType());
    }
    return List.copyOf(checks);
  }

  private ResponseCheck noData() {
    var rule = rule("no-data", Level.MUST, "RFC 9110, section 15.5", "carries no data", "no data");
    return new ResponseCheck(
        rule, Responses::isUnsuccessfulWithBody, exchange -> noData(rule, exchange));
  }

  private List<Deviation> noData(Rule rule, Exchange exchange) {
    var names = probes.data().leaked(exchange);
    return names.isEmpty()
        ? List.of()
        : List.of(
            new Deviation(
                "",
                rule.expected(),
                "the properties " + String.join(", ", names),
                "with status %d it gives the data away all the same"
                    .formatted(Responses.status(exchange))));
  }

  private ResponseCheck internals() {
    var rule =
        rule(
            "inside",
            Level.MUST,
            "CWE-209",
            "tells nothing of the server's inside",
            "no stack trace, file path or SQL");
    return new ResponseCheck(
        rule,
        Responses::isUnsuccessfulWithBody,
        exchange ->
            InternalsLeak.of(exchange.beginning()).stream()
                .map(
                    found ->
                        new Deviation(
                            "",
                            rule.expected(),
                            Excerpt.text(found.text()),
                            "it shows %s".formatted(found.what())))
                .toList());
  }

  private ResponseCheck complete() {
    var rule =
        rule("complete", Level.MUST, "RFC 9112, section 8", "arrives whole", "the whole body");
    return new ResponseCheck(
        rule, Responses::isError, exchange -> Responses.incompleteBody(rule, exchange));
  }

  private ResponseCheck body() {
    var rule = rule("body", Level.SHOULD, "Errors", "has a body", "a body");
    return new ResponseCheck(
        rule,
        exchange -> documented(exchange).isPresent() && exchange.failure().isEmpty(),
        exchange ->
            exchange.beginning().isEmpty()
                ? List.of(new Deviation("", rule.expected(), "an empty body", "it says nothing"))
                : List.of());
  }

  private ResponseCheck mediaType() {
    var rule =
        rule(
            "header/Content-Type",
            Level.SHOULD,
            "Errors",
            "has the documented Content-Type",
            "the media type of its body");
    return new ResponseCheck(
        rule,
        exchange -> documented(exchange).isPresent() && Responses.isErrorWithBody(exchange),
        this::mediaType);
  }

  private List<Deviation> mediaType(Exchange exchange) {
    var types = exchange.head().orElseThrow().values("Content-Type");
    var wanted = documented(exchange).orElseThrow().mediaType();
    return MediaType.mismatch(types, "application/problem+json").isEmpty()
        ? List.of()
        : MediaType.deviation(types, wanted, wanted);
  }

  private ResponseCheck contentEncoding() {
    var rule =
        rule(
            "header/Content-Encoding",
            Level.SHOULD,
            "RFC 9110, section 12.5.3",
            "is in a coding that was asked for",
            ResponseHead.ENCODINGS + ", or none");
    return new ResponseCheck(
        rule, Responses::isErrorWithBody, exchange -> Responses.undecodableBody(rule, exchange));
  }

  private ResponseCheck challenge() {
    return header(
        401, "WWW-Authenticate", "11.6.1", "a client learns from it how to prove its right");
  }

  private ResponseCheck allow() {
    return header(405, "Allow", "15.5.6", "a client learns from it which methods there are");
  }

  /** The check that a response with this status has a header field (RFC 9110). */
  private ResponseCheck header(int status, String name, String section, String reason) {
    var rule =
        probes.rule(
            "error/header/" + name,
            Level.SHOULD,
            new Source("Errors; RFC 9110, section " + section, Basis.IMPLIED),
            new Requirement(
                name, "response with status %d has %s".formatted(status, name), "present"));
    return new ResponseCheck(
        rule,
        exchange -> Responses.status(exchange) == status,
        exchange ->
            exchange.head().orElseThrow().values(name).isEmpty()
                ? List.of(new Deviation("header:" + name, "present", "missing", reason))
                : List.of());
  }

  private Optional<DocumentedError> documented(Exchange exchange) {
    return probes.operation().error(Responses.status(exchange));
  }

  private Rule rule(String id, Level level, String section, String promise, String expected) {
    return probes.rule(
        "error/" + id,
        level,
        new Source(section, Basis.IMPLIED),
        new Requirement("error", "error " + promise, expected));
  }
}
