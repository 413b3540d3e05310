package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Requests with methods that the documentation does not give for the path.
 *
 * @param probes the operation that is asked for
 * @param ordinary the Content-Type of the answer to an ordinary request
 */
record MethodProbes(Probes probes, List<String> ordinary) {
  private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

  Stream<Probe> of(Map<String, String> parameters) {
    return Stream.concat(
            Stream.of(head(parameters), options(parameters)),
            WRITING.stream().map(method -> writing(method, parameters)))
        .filter(it -> !probes.operation().methods().contains(it.request().method()));
  }

  private Probe head(Map<String, String> parameters) {
    var rule =
        rule(
            "HEAD",
            Level.SHOULD,
            "9.3.2",
            "is answered as GET is, without the body",
            "status %d and the headers of GET".formatted(probes.operation().response().status()));
    return reading(
        "HEAD",
        parameters,
        new ResponseCheck(rule, any -> true, exchange -> asGet(rule, exchange)));
  }

  private List<Deviation> asGet(Rule rule, Exchange exchange) {
    var response = probes.operation().response();
    if (Responses.status(exchange) != response.status()) {
      return Responses.wrong(rule, exchange, "GET is answered with " + response.status());
    }
    var types = exchange.head().orElseThrow().values("Content-Type");
    return types.isEmpty() || types.equals(ordinary)
        ? List.of()
        : MediaType.deviation(types, response.mediaType(), response.mediaType());
  }

  private Probe options(Map<String, String> parameters) {
    var rule = rule("OPTIONS", Level.SHOULD, "9.3.7", "does not fail", "no status 5xx but 501");
    return reading(
        "OPTIONS",
        parameters,
        ResponseCheck.ofStatus(
            rule, any -> true, exchange -> !fails(exchange), any -> Responses.FAILED));
  }

  private Probe writing(String method, Map<String, String> parameters) {
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

  /** A target that does not implement a method has not failed. */
  private static boolean fails(Exchange exchange) {
    return Responses.breaks(exchange) && !Responses.lacksMethod(exchange);
  }

  private ResponseCheck status() {
    var rule =
        probes.rule(
            "methods/status",
            Level.SHOULD,
            source("15.5.6"),
            new Subject(
                "method",
                "a request with another method is refused with 4xx, such as 405, or 501",
                "a status 4xx, such as 405, or 501"));
    return ResponseCheck.ofStatus(
        rule,
        exchange -> !fails(exchange) && !Responses.succeeds(exchange),
        exchange -> Responses.refuses(exchange) || Responses.lacksMethod(exchange),
        exchange -> Responses.unexpected(exchange, "405"));
  }

  private Probe reading(String method, Map<String, String> parameters, ResponseCheck check) {
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
        new Subject("method", "%s request %s".formatted(method, promise), expected));
  }

  private static Source source(String section) {
    return new Source("Request > GET; RFC 9110, section " + section, Basis.IMPLIED);
  }
}
