package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Level;
import conformance.contract.SecurityScheme;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Requests without valid credentials in the documented form, and one with a name in other case. */
record SecurityProbes(Probes probes) {

  Stream<Probe> of(Map<String, String> parameters) {
    return probes.operation().security().stream()
        .flatMap(
            scheme ->
                Stream.concat(
                    InvalidCredential.of(scheme).stream()
                        .map(credential -> probe(credential, scheme, parameters)),
                    Stream.of(otherCase(scheme, parameters))));
  }

  private Probe probe(
      InvalidCredential invalid, SecurityScheme scheme, Map<String, String> parameters) {
    var name = "request " + invalid.name();
    var rule =
        probes.rule(
            "security/" + invalid.id(),
            invalid.level(),
            invalid.source(),
            new Requirement(
                scheme.field(), name + " is refused", "a refusal: no status 2xx, and no data"));
    var check =
        ResponseCheck.ofStatus(
            rule,
            exchange -> !Responses.targetFailed(exchange),
            exchange -> !Responses.succeeds(exchange),
            exchange ->
                probes.data().hasContent(exchange)
                    ? invalid.reason()
                    : "it is an answer of success, though without data, and no refusal");
    return new Probe(
        name,
        probes.request("GET", parameters, invalid.credential()),
        Responder.APPLICATION,
        List.of(check),
        List.of(noFailure(scheme), status(scheme, invalid.malformed())));
  }

  private ResponseCheck noFailure(SecurityScheme scheme) {
    return probes.noFailure(
        "security",
        InvalidCredential.documented(scheme),
        scheme.field(),
        "a request without a valid " + scheme.secret(),
        Responses::targetFailed);
  }

  /** Only a should: the refusal itself protects the data, not its status. */
  private ResponseCheck status(SecurityScheme scheme, boolean malformed) {
    var rule =
        probes.rule(
            "security/status",
            Level.SHOULD,
            new Source(scheme.field() + "; RFC 9110, sections 15.5.2 and 15.5.4", Basis.IMPLIED),
            new Requirement(
                scheme.field(),
                "a request without a valid %s is refused with 401 or 403"
                    .formatted(scheme.secret()),
                "status 401 or 403, or 400 where %s is malformed".formatted(scheme.field())));
    var expected = malformed ? Set.of(400, 401, 403) : Set.of(401, 403);
    return ResponseCheck.ofStatus(
        rule,
        Responses::refusesOrRedirects,
        exchange -> expected.contains(Responses.status(exchange)),
        exchange ->
            Responses.unexpectedStatus(
                exchange,
                malformed
                    ? "400, 401 or 403"
                    : "401, which asks for a valid %s, or 403".formatted(scheme.secret())));
  }

  private Probe otherCase(SecurityScheme scheme, Map<String, String> parameters) {
    return scheme.name().isEmpty()
        ? accepted(
            "request with the name of %s in other case".formatted(scheme.field()),
            "field-in-other-case",
            new Source(scheme.field() + "; RFC 9110, section 5.1", Basis.IMPLIED),
            "the field's name is case-insensitive",
            parameters)
        : accepted(
            "request with the scheme in lower case",
            "lower-case-scheme",
            new Source(scheme.field() + "; RFC 9110, section 11.1", Basis.IMPLIED),
            "the scheme's name is case-insensitive",
            parameters);
  }

  private Probe accepted(
      String name, String id, Source source, String reason, Map<String, String> parameters) {
    var wanted = probes.operation().response().status();
    var rule =
        probes.rule(
            "security/" + id,
            Level.SHOULD,
            source,
            new Requirement(
                probes.operation().scheme().field(), name + " is accepted", "status " + wanted));
    return new Probe(
        name,
        probes.request("GET", parameters, Credential.OTHER_CASE),
        Responder.APPLICATION,
        List.of(
            ResponseCheck.ofStatus(
                rule,
                any -> true,
                exchange -> Responses.status(exchange) == wanted,
                any -> reason)),
        List.of());
  }
}
