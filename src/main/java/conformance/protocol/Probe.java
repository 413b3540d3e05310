package conformance.protocol;

import conformance.contract.Request;
import conformance.contract.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request outside the documented use, and the checks of its response.
 *
 * @param name how reports refer to it: {@code request without Authorization}
 * @param request what is sent
 * @param responder who may respond, which determines the checks of an error
 * @param checks checks judged for this probe alone
 * @param shared checks judged for several probes together, so that one cause that several of them
 *     show is one finding
 */
public record Probe(
    String name,
    Request request,
    Responder responder,
    List<ResponseCheck> checks,
    List<ResponseCheck> shared) {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Who may respond to a probe. */
  public enum Responder {
    /** The application itself, which responds with the documented errors. */
    APPLICATION,
    /**
     * The framework or a gateway in front of it may refuse the request in its own format; if that
     * is JSON, it must still match the documentation.
     */
    FRAMEWORK,
    /** Any server on the way: the errors of such a request are not documented. */
    ANYONE
  }

  public Probe {
    checks = List.copyOf(checks);
    shared = List.copyOf(shared);
  }

  /** Whether its method is not safe (RFC 9110, section 9.2.1), so that it could change data. */
  public boolean writes() {
    return !SAFE.contains(request.method());
  }

  /** The rules judged for this probe alone. */
  public List<Rule> rules() {
    return rules(checks);
  }

  /** The rules judged for several probes together. */
  public List<Rule> sharedRules() {
    return rules(shared);
  }

  public Stream<ResponseCheck> allChecks() {
    return Stream.concat(checks.stream(), shared.stream());
  }

  private static List<Rule> rules(List<ResponseCheck> checks) {
    return checks.stream().map(ResponseCheck::rule).toList();
  }
}
