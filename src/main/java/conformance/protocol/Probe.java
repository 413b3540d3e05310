package conformance.protocol;

import conformance.contract.Request;
import conformance.contract.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request that a client should not get away with, and what its response is held to.
 *
 * @param name how people call it: {@code request without Authorization}
 * @param request what is sent
 * @param responder who may respond to it, which decides what an error is held to
 * @param checks what its answer alone is held to, whatever it is
 * @param shared what its answer is held to together with those to other probes, so that one cause
 *     that several of them show is one finding
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
    /** The application itself: its errors are those that are documented. */
    APPLICATION,
    /**
     * The framework, or a gateway in front of it, may refuse in a form of its own. What says that
     * it is JSON is held to what is documented all the same.
     */
    FRAMEWORK,
    /** Any server on the way: the documentation says nothing of such a request's errors. */
    ANYONE
  }

  public Probe {
    checks = List.copyOf(checks);
    shared = List.copyOf(shared);
  }

  /** Whether it asks the target to change something (RFC 9110, section 9.2.1). */
  public boolean writes() {
    return !SAFE.contains(request.method());
  }

  /** The rules of its own. */
  public List<Rule> rules() {
    return rules(checks);
  }

  /** The rules that it has in common with other probes. */
  public List<Rule> sharedRules() {
    return rules(shared);
  }

  /** All of them. */
  public Stream<ResponseCheck> allChecks() {
    return Stream.concat(checks.stream(), shared.stream());
  }

  private static List<Rule> rules(List<ResponseCheck> checks) {
    return checks.stream().map(ResponseCheck::rule).toList();
  }
}
