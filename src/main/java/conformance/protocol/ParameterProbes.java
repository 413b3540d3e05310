package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Deviation;
import conformance.contract.Level;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.exchange.Credential;
import conformance.exchange.Exchange;
import conformance.protocol.Probes.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requests for path parameters that nobody has, and for one in another spelling.
 *
 * @param probes the operation that is asked for
 */
public record ParameterProbes(Probes probes) {
  private static final String UUID = "uuid";

  /** A UUID that nobody has been given, with letters in it. */
  public static final String UNKNOWN_UUID = "f0e1d2c3-b4a5-4697-8788-796a5b4c3d2e";

  /**
   * A value that the target does not know.
   *
   * @param id its part of the rules' addresses
   * @param name the request, in words
   * @param value the value, not yet percent-encoded
   * @param segment whether a server takes it for a segment of a path, and asks the application
   */
  private record Unknown(String id, String name, String value, boolean segment) {}

  Stream<Probe> of(Map<String, String> parameters) {
    return probes.operation().parameters().stream()
        .flatMap(
            parameter ->
                Stream.concat(
                    unknown(parameter, parameters.get(parameter.name()))
                        .map(it -> unknown(parameter, it, parameters)),
                    otherCase(parameter, parameters).stream()));
  }

  private static Stream<Unknown> unknown(PathParameter parameter, String known) {
    var name = parameter.name();
    var uuid = parameter.format().equals(UUID);
    var half = (known.length() + 1) / 2;
    var slashed = known.substring(0, half) + "/" + known.substring(half);
    return Stream.of(
            new Unknown("unknown", "unknown " + name, uuid ? UNKNOWN_UUID : "no-such-value", true),
            new Unknown("malformed", name + " that is no UUID", "no-uuid", true),
            new Unknown("quote", name + " with SQL", "' OR '1'='1", true),
            new Unknown("non-ascii", name + " not in ASCII", "агент-é", true),
            new Unknown("empty", "empty " + name, "", false),
            new Unknown("long", name + " of 300 characters", "a".repeat(300), false),
            new Unknown("slash", name + " with a slash", slashed, false),
            new Unknown("dots", name + " of two dots", "..", false),
            new Unknown("nul", name + " with NUL after it", known + "\0", false))
        .filter(it -> uuid || !it.id().equals("malformed"));
  }

  private Probe unknown(PathParameter parameter, Unknown unknown, Map<String, String> parameters) {
    var name = "request for " + unknown.name();
    var harmless =
        rule(
            parameter,
            unknown.id() + "/harmless",
            Level.MUST,
            name + " gets no data and causes no failure",
            "no data, and no status 5xx");
    var overlong = unknown.id().equals("long");
    var statuses = overlong ? Set.of(400, 404, 414) : Set.of(400, 404);
    var status =
        rule(
            parameter,
            unknown.id() + "/status",
            Level.SHOULD,
            name
                + (overlong ? " is answered with 400, 404 or 414" : " is answered with 400 or 404"),
            overlong ? "status 400, 404 or 414" : "status 400 or 404");
    return new Probe(
        name,
        probes.request("GET", with(parameters, parameter, unknown.value()), Credential.TOKEN),
        false,
        unknown.segment(),
        List.of(
            new ResponseCheck(
                harmless, any -> true, exchange -> harmless(harmless, unknown, exchange)),
            new ResponseCheck(
                status,
                exchange -> harmless(harmless, unknown, exchange).isEmpty(),
                exchange ->
                    statuses.contains(Answers.status(exchange))
                        ? Optional.empty()
                        : Answers.wrong(status, exchange, unusual(exchange)))));
  }

  private Optional<Deviation> harmless(Rule rule, Unknown unknown, Exchange exchange) {
    if (Answers.breaks(exchange)) {
      return Answers.wrong(rule, exchange, "the target failed over it");
    }
    // What is no segment of a path may lead to another resource, which may well answer.
    var given =
        unknown.segment()
            ? probes.data().given(exchange)
            : !probes.data().leaked(exchange).isEmpty();
    return Answers.succeeds(exchange) && given
        ? Answers.wrong(rule, exchange, "it gives data for a value that nobody has")
        : Optional.empty();
  }

  private static String unusual(Exchange exchange) {
    return Answers.succeeds(exchange)
        ? "it tells success where there is nothing"
        : Answers.unexpected(exchange);
  }

  /** The known value with its letters in the other case: the same one (RFC 9562, section 4). */
  private Optional<Probe> otherCase(PathParameter parameter, Map<String, String> parameters) {
    var known = parameters.get(parameter.name());
    var upper = known.toUpperCase(Locale.ROOT);
    var other = upper.equals(known) ? known.toLowerCase(Locale.ROOT) : upper;
    if (!parameter.format().equals(UUID) || other.equals(known)) {
      return Optional.empty();
    }
    var name = "request for %s in the other case".formatted(parameter.name());
    var wanted = probes.operation().response().status();
    var failure =
        rule(
            parameter,
            "other-case/harmless",
            Level.MUST,
            name + " causes no failure",
            "no status 5xx");
    var same =
        rule(
            parameter,
            "other-case/status",
            Level.SHOULD,
            name + " is answered as the known one is",
            "status " + wanted);
    return Optional.of(
        new Probe(
            name,
            probes.request("GET", with(parameters, parameter, other), Credential.TOKEN),
            false,
            true,
            List.of(
                new ResponseCheck(
                    failure,
                    any -> true,
                    exchange ->
                        Answers.breaks(exchange)
                            ? Answers.wrong(failure, exchange, "the target failed over it")
                            : Optional.empty()),
                new ResponseCheck(
                    same,
                    exchange -> !Answers.breaks(exchange),
                    exchange ->
                        Answers.status(exchange) == wanted
                            ? Optional.empty()
                            : Answers.wrong(same, exchange, "a UUID is case-insensitive")))));
  }

  private Rule rule(
      PathParameter parameter, String id, Level level, String promise, String expected) {
    var standard =
        id.startsWith("other-case") ? "; RFC 9562, section 4" : "; RFC 9110, section 15.5";
    return probes.rule(
        "parameters/%s/%s".formatted(parameter.name(), id),
        level,
        new Source("Path parameters > " + parameter.name() + standard, Basis.IMPLIED),
        new Subject(parameter.name(), promise, expected));
  }

  private static Map<String, String> with(
      Map<String, String> parameters, PathParameter parameter, String value) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(parameter.name(), value);
    return changed;
  }
}
