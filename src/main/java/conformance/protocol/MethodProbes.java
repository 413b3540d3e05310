package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Requests with methods that the documentation does not list for the path.
 *
 * @param getTypes Content-Type values of the response to GET
 */
record MethodProbes(Probes probes, List<String> getTypes) {
  private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

  Stream<Probe> of(Map<String, String> parameters) {
    return Stream.concat(
            Stream.of(head(parameters), options(parameters)),
            WRITING.stream().map(method -> writeProbe(method, parameters)))
        .filter(probe -> !probes.operation().methods().contains(probe.request().method()));
  }

  private Probe head(Map<String, String> parameters) {
    var rule =
        rule(
            "HEAD",
            Level.SHOULD,
            "9.3.2",
            "is answered as GET is, without the body",
            "status %d and the headers of GET".formatted(probes.operation().response().status()));
    return safeProbe(
        "HEAD",
        parameters,
        new ResponseCheck(rule, any -> true, exchange -> comparedWithGet(rule, exchange)));
  }

  private List<Deviation> comparedWithGet(Rule rule, Exchange exchange) {
    var response = probes.operation().response();
    if (Responses.status(exchange) != response.status()) {
      return Responses.statusDeviation(rule, exchange, "GET is answered with " + response.status());
    }
    var types = exchange.head().orElseThrow().values("Content-Type");
    return types.isEmpty() || types.equals(getTypes)
        ? List.of()
        : MediaType.deviation(types, response.mediaType(), response.mediaType());
  }

  private Probe options(Map<String, String> parameters) {
    var rule = rule("OPTIONS", Level.SHOULD, "9.3.7", "does not fail", "no status 5xx but 501");
    return safeProbe(
        "OPTIONS",
        parameters,
        ResponseCheck.ofStatus(
            rule, any -> true, exchange -> !fails(exchange), any -> Responses.FAILED));
  }

  private Probe writeProbe(String method, Map<String, String> parameters) {
    var rule = rule(method, Level.MUST, "9.1", "is refused", "no status 2xx");
    var check =
        ResponseCheck.ofStatus(
            rule,
            exchange -> !fails(exchange),
            exchange -> !Responses.succeeds(exchange),
            any -> "the target accepts a method that is not documented for this path");
    var noFailure =
        probes.noFailure(
            "methods",
            source("15.6"),
            "method",
            "a request with another method",
            MethodProbes::fails);
    return new Probe(
        method + " request",
        probes.request(method, parameters, Credential.TOKEN),
        Responder.FRAMEWORK,
        List.of(check),
        List.of(noFailure, status()));
  }

  /** A target that does not implement the method (501) has not failed. */
  private static boolean fails(Exchange exchange) {
    return Responses.targetFailed(exchange) && !Responses.lacksMethod(exchange);
  }

  private ResponseCheck status() {
    var rule =
        probes.rule(
            "methods/status",
            Level.SHOULD,
            source("15.5.6"),
            new Requirement(
                "method",
                "a request with another method is refused with 4xx, such as 405, or 501",
                "a status 4xx, such as 405, or 501"));
    return ResponseCheck.ofStatus(
        rule,
        exchange -> !fails(exchange) && !Responses.succeeds(exchange),
        exchange -> Responses.isClientError(exchange) || Responses.lacksMethod(exchange),
        exchange -> Responses.unexpectedStatus(exchange, "405"));
  }

  private Probe safeProbe(String method, Map<String, String> parameters, ResponseCheck check) {
    return new Probe(
        method + " request",
        probes.request(method, parameters, Credential.TOKEN),
        Responder.ANYONE,
        List.of(check),
        List.of());
  }

  private Rule rule(String method, Level level, String section, String promise, String expected) {
    return probes.rule(
        "methods/" + method.toLowerCase(Locale.ROOT),
        level,
        source(section),
        new Requirement("method", "%s %s".formatted(method, promise), expected));
  }

  private static Source source(String section) {
    return new Source("Request > GET; RFC 9110, section " + section, Basis.IMPLIED);
  }
}
