package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Probes of path parameters: unknown values, and the known value in the other letter case. */
record ParameterProbes(Probes probes) {
  /** Statuses that refuse an unknown value (RFC 9110, section 15.5; RFC 4918, section 11.2). */
  private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 422);

  private static final String REFUSALS_IN_WORDS = "400, 403, 404 or 422";

  Stream<Probe> of(Map<String, String> parameters) {
    return probes.operation().parameters().stream()
        .flatMap(
            parameter ->
                Stream.concat(
                    UnknownValue.of(parameter, parameters.get(parameter.name()))
                        .map(unknown -> unknown(parameter, unknown, parameters)),
                    otherCase(parameter, parameters).stream()));
  }

  private Probe unknown(
      PathParameter parameter, UnknownValue unknown, Map<String, String> parameters) {
    var own = new ArrayList<>(List.of(noData(parameter, unknown)));
    var shared = new ArrayList<>(List.of(noFailure(parameter)));
    if (unknown.wellFormed()) {
      own.add(status(parameter, unknown, "unknown"));
    } else if (unknown.segment()) {
      // One rule for all malformed values: responding alike to them has one cause.
      shared.add(status(parameter, unknown, "malformed"));
    }
    return new Probe(
        "request for " + unknown.name(),
        probes.request("GET", with(parameters, parameter, unknown.value()), Credential.TOKEN),
        unknown.responder(),
        own,
        shared);
  }

  private ResponseCheck noData(PathParameter parameter, UnknownValue unknown) {
    var rule =
        rule(
            parameter,
            unknown.id() + "/harmless",
            unknown.level(),
            "request for %s gets no data".formatted(unknown.name()),
            "no data");
    return ResponseCheck.ofStatus(
        rule,
        exchange -> !Responses.targetFailed(exchange),
        exchange -> !givesData(unknown, exchange),
        any -> unknown.dataReason());
  }

  private ResponseCheck noFailure(PathParameter parameter) {
    return probes.noFailure(
        "parameters/" + parameter.name(),
        source(parameter, "RFC 9110, section 15.6"),
        parameter.name(),
        "a request for any other " + parameter.name(),
        Responses::targetFailed);
  }

  private ResponseCheck status(PathParameter parameter, UnknownValue unknown, String id) {
    var rule =
        rule(
            parameter,
            id + "/status",
            Level.SHOULD,
            "request for %s%s is answered with %s"
                .formatted(
                    unknown.wellFormed() ? "unknown " : "a malformed ",
                    parameter.name(),
                    REFUSALS_IN_WORDS),
            "status " + REFUSALS_IN_WORDS);
    return ResponseCheck.ofStatus(
        rule,
        exchange -> !Responses.targetFailed(exchange) && !givesData(unknown, exchange),
        exchange -> REFUSALS.contains(Responses.status(exchange)),
        ParameterProbes::statusReason);
  }

  private boolean givesData(UnknownValue unknown, Exchange exchange) {
    return Responses.succeeds(exchange)
        && (unknown.segment()
            ? probes.data().hasContent(exchange)
            : !probes.data().leaked(exchange).isEmpty());
  }

  private static String statusReason(Exchange exchange) {
    return Responses.succeeds(exchange)
        ? "it tells success where there is nothing"
        : Responses.unexpectedStatus(exchange, REFUSALS_IN_WORDS);
  }

  /** The known value in the other letter case, which is the same UUID (RFC 9562, section 4). */
  private Optional<Probe> otherCase(PathParameter parameter, Map<String, String> parameters) {
    var known = parameters.get(parameter.name());
    var other = UnknownValue.otherCase(known);
    if (!parameter.isUuid() || other.equals(known)) {
      return Optional.empty();
    }
    var name = "request for %s in the other case".formatted(parameter.name());
    return Optional.of(
        new Probe(
            name,
            probes.request("GET", with(parameters, parameter, other), Credential.TOKEN),
            Responder.APPLICATION,
            List.of(otherCaseStatus(parameter, name)),
            List.of(noFailure(parameter))));
  }

  private ResponseCheck otherCaseStatus(PathParameter parameter, String name) {
    var wanted = probes.operation().response().status();
    var rule =
        probes.rule(
            "parameters/%s/other-case/status".formatted(parameter.name()),
            Level.SHOULD,
            source(parameter, "RFC 9562, section 4"),
            new Requirement(
                parameter.name(), name + " is answered as the known one is", "status " + wanted));
    return ResponseCheck.ofStatus(
        rule,
        exchange -> !Responses.targetFailed(exchange),
        exchange -> Responses.status(exchange) == wanted,
        any -> "a UUID is case-insensitive");
  }

  private Rule rule(
      PathParameter parameter, String id, Level level, String promise, String expected) {
    return probes.rule(
        "parameters/%s/%s".formatted(parameter.name(), id),
        level,
        source(parameter, "RFC 9110, section 15.5"),
        new Requirement(parameter.name(), promise, expected));
  }

  private static Source source(PathParameter parameter, String standard) {
    return new Source(
        "Path parameters > %s; %s".formatted(parameter.name(), standard), Basis.IMPLIED);
  }

  private static Map<String, String> with(
      Map<String, String> parameters, PathParameter parameter, String value) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(parameter.name(), value);
    return changed;
  }
}
