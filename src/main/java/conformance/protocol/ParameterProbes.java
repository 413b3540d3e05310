package conformance.protocol;

import conformance.contract.Basis;
import conformance.contract.Credential;
import conformance.contract.Deviation;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Answerer;
import conformance.protocol.Probes.Subject;
import java.util.ArrayList;
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

  /** What a value that nobody has is refused with (RFC 9110, section 15.5; RFC 4918, 11.2). */
  private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 422);

  private static final String REFUSALS_IN_WORDS = "400, 403, 404 or 422";

  /**
   * A value that the target does not know.
   *
   * @param id its part of the rules' addresses
   * @param name the request, in words
   * @param value the value, not yet percent-encoded
   * @param answerer whether a server takes it for a segment of a path, and asks the application
   */
  private record Unknown(String id, String name, String value, Answerer answerer) {
    boolean segment() {
      return answerer != Answerer.ANYONE;
    }

    /** Whether it is another spelling of the known value to a server that cuts or trims it. */
    boolean spellsKnown() {
      return id.equals("nul");
    }

    String dataMeans() {
      return spellsKnown()
          ? "the target takes what stands before NUL for the whole value"
          : "it gives data for a value that nobody has";
    }
  }

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
    var app = Answerer.APPLICATION;
    var any = Answerer.ANYONE;
    return Stream.of(
            new Unknown("unknown", "unknown " + name, uuid ? UNKNOWN_UUID : "no-such-value", app),
            new Unknown("malformed", name + " that is no UUID", "no-uuid", app),
            // A firewall may refuse what looks like an attack.
            new Unknown("quote", name + " with SQL", "' OR '1'='1", Answerer.FRAMEWORK),
            new Unknown("non-ascii", name + " not in ASCII", "агент-é", app),
            new Unknown("empty", "empty " + name, "", any),
            new Unknown("long", name + " of 300 characters", "a".repeat(300), any),
            new Unknown("slash", name + " with a slash", slashed, any),
            new Unknown("dots", name + " of two dots", "..", any),
            new Unknown("nul", name + " with NUL after it", known + "\0", any))
        .filter(it -> uuid || !it.id().equals("malformed"));
  }

  private Probe unknown(PathParameter parameter, Unknown unknown, Map<String, String> parameters) {
    var name = "request for " + unknown.name();
    var harmless =
        rule(
            parameter,
            unknown.id() + "/harmless",
            // The token's owner may read the known value's data: nobody else is given any.
            unknown.spellsKnown() ? Level.SHOULD : Level.MUST,
            name + " gets no data",
            "no data");
    var own = new ArrayList<ResponseCheck>();
    own.add(
        new ResponseCheck(
            harmless,
            exchange -> !Responses.breaks(exchange),
            exchange -> noData(harmless, unknown, exchange)));
    var shared = new ArrayList<ResponseCheck>();
    shared.add(noFailure(parameter));
    if (unknown.id().equals("unknown")) {
      own.add(status(parameter, "unknown", name, unknown));
    } else if (unknown.segment()) {
      // One way to answer them all is one cause.
      shared.add(
          status(parameter, "malformed", "request for a malformed " + parameter.name(), unknown));
    }
    return new Probe(
        name,
        probes.request("GET", with(parameters, parameter, unknown.value()), Credential.TOKEN),
        false,
        unknown.answerer(),
        own,
        shared);
  }

  private ResponseCheck noFailure(PathParameter parameter) {
    return probes.noFailure(
        "parameters/" + parameter.name(),
        source(parameter, "RFC 9110, section 15.6"),
        parameter.name(),
        "a request for any other " + parameter.name(),
        Responses::breaks);
  }

  private ResponseCheck status(
      PathParameter parameter, String id, String request, Unknown unknown) {
    var rule =
        rule(
            parameter,
            id + "/status",
            Level.SHOULD,
            request + " is answered with " + REFUSALS_IN_WORDS,
            "status " + REFUSALS_IN_WORDS);
    return new ResponseCheck(
        rule,
        exchange -> !Responses.breaks(exchange) && !gives(unknown, exchange),
        exchange ->
            REFUSALS.contains(Responses.status(exchange))
                ? Optional.empty()
                : Responses.wrong(rule, exchange, unusual(exchange)));
  }

  private Optional<Deviation> noData(Rule rule, Unknown unknown, Exchange exchange) {
    return gives(unknown, exchange)
        ? Responses.wrong(rule, exchange, unknown.dataMeans())
        : Optional.empty();
  }

  /** What is no segment of a path may lead to another resource, which may well answer. */
  private boolean gives(Unknown unknown, Exchange exchange) {
    return Responses.succeeds(exchange)
        && (unknown.segment()
            ? probes.data().given(exchange)
            : !probes.data().leaked(exchange).isEmpty());
  }

  private static String unusual(Exchange exchange) {
    return Responses.succeeds(exchange)
        ? "it tells success where there is nothing"
        : Responses.unexpected(exchange, REFUSALS_IN_WORDS);
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
            Answerer.APPLICATION,
            List.of(
                new ResponseCheck(
                    same,
                    exchange -> !Responses.breaks(exchange),
                    exchange ->
                        Responses.status(exchange) == wanted
                            ? Optional.empty()
                            : Responses.wrong(same, exchange, "a UUID is case-insensitive"))),
            List.of(noFailure(parameter))));
  }

  private Rule rule(
      PathParameter parameter, String id, Level level, String promise, String expected) {
    var standard = id.startsWith("other-case") ? "RFC 9562, section 4" : "RFC 9110, section 15.5";
    return probes.rule(
        "parameters/%s/%s".formatted(parameter.name(), id),
        level,
        source(parameter, standard),
        new Subject(parameter.name(), promise, expected));
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
