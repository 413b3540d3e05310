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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests with the valid token of one owner for what is another's (OWASP API1:2023). Whatever is
 * answered as a request for what nobody has is left to the rules on that.
 */
record IdentityProbes(Probes probes) {
  private static final Source SOURCE = new Source("Authorization; OWASP API1:2023", Basis.IMPLIED);

  /** Statuses that refuse without telling whether there is something (RFC 9110, section 15.5). */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

  /** Frameworks without HEAD refuse it, whatever it is for (RFC 9110, section 9.3.2). */
  private static final Set<Integer> WITHOUT_HEAD = Set.of(405, 501);

  /** The same of those that take a UUID in the other case for malformed. */
  private static final Set<Integer> MALFORMED = Set.of(400, 422);

  private static final String REFUSALS_IN_WORDS = "401, 403 or 404";

  /** The probes; none of an operation whose path names no owner. */
  ProbeGroup of(Map<String, String> own, Owners owners) {
    var name = "requests for what is another owner's";
    var named = probes.operation().parameters();
    if (named.isEmpty() || probes.operation().security().isEmpty()) {
      return new ProbeGroup(name, List.of());
    }
    // Without another owner, any values do for the probes that are not sent.
    var other =
        owners.other().isEmpty()
            ? named.stream()
                .collect(Collectors.toMap(PathParameter::name, any -> UnknownValue.UUID))
            : owners.other();
    var all =
        Stream.concat(
                crossings("%s for the other owner's " + names(), Credential.TOKEN, other, owners),
                crossings("%s by the other owner", Credential.OTHER_OWNER, own, owners))
            .toList();
    return new ProbeGroup(
        name,
        all,
        owners.other().isEmpty() ? Optional.of(probes.asksForOwners()) : Optional.empty());
  }

  private String names() {
    return probes.operation().parameters().stream()
        .map(PathParameter::name)
        .collect(Collectors.joining(" and "));
  }

  private Stream<Probe> crossings(
      String name, Credential credential, Map<String, String> values, Owners owners) {
    var otherCase = new LinkedHashMap<>(values);
    probes.operation().parameters().stream()
        .filter(PathParameter::isUuid)
        .map(PathParameter::name)
        .forEach(
            uuid ->
                otherCase.computeIfPresent(uuid, (any, value) -> UnknownValue.otherCase(value)));
    return Stream.of(
            Optional.of(
                crossing(name.formatted("request"), "GET", Set.of(), credential, values, owners)),
            Optional.of(
                crossing(name.formatted("HEAD"), "HEAD", WITHOUT_HEAD, credential, values, owners)),
            Optional.of(otherCase)
                .filter(changed -> !changed.equals(values))
                .map(
                    changed ->
                        crossing(
                            name.formatted("request") + " in the other case",
                            "GET",
                            MALFORMED,
                            credential,
                            changed,
                            owners)))
        .flatMap(Optional::stream);
  }

  /**
   * One request.
   *
   * @param unsupported statuses that refuse any request of this kind
   */
  private Probe crossing(
      String name,
      String method,
      Set<Integer> unsupported,
      Credential credential,
      Map<String, String> values,
      Owners owners) {
    var request = probes.request(method, values, credential);
    var unknown =
        new UnknownAnswer(
            Optional.ofNullable(owners.unknown().get(credential)), asked(values.values()));
    Predicate<Exchange> refusesAny = exchange -> unsupported.contains(Responses.status(exchange));
    var owner = credential == Credential.TOKEN ? Credential.OTHER_OWNER : Credential.TOKEN;
    return new Probe(
        name,
        request,
        // The error that a HEAD is answered with has no body.
        method.equals("HEAD") ? Responder.ANYONE : Responder.APPLICATION,
        List.of(),
        List.of(
            refused(unknown),
            probes.noFailure(
                "identities",
                SOURCE,
                "Authorization",
                "a request for what is another owner's",
                exchange ->
                    Responses.targetFailed(exchange)
                        && !refusesAny.test(exchange)
                        && !unknown.isSame(exchange)),
            status(unknown, refusesAny),
            nothingTold(new Disclosure(owners.owned().getOrDefault(owner, Map.of()), unknown)),
            asUnknown(unknown, refusesAny)));
  }

  /** What a response may repeat of its request, be it this one or that for what nobody has. */
  private List<String> asked(Collection<String> values) {
    return Stream.concat(
            values.stream(), probes.operation().parameters().stream().map(UnknownValue::unknown))
        .toList();
  }

  private ResponseCheck refused(UnknownAnswer unknown) {
    var rule =
        rule(
            "refused",
            Level.MUST,
            "a token gets nothing of another owner",
            "a refusal: status %s, and no data".formatted(REFUSALS_IN_WORDS));
    return ResponseCheck.ofStatus(
        rule,
        exchange -> !Responses.targetFailed(exchange),
        exchange -> !Responses.succeeds(exchange) || unknown.isSame(exchange),
        exchange ->
            exchange.request().method().equals("HEAD")
                ? "it tells that there is something, and what its header fields tell of it"
                : probes.data().hasContent(exchange)
                    ? "the target gives the data to whoever has a valid token"
                    : "it is an answer of success, though without data, and no refusal");
  }

  /** Only a should: the refusal itself protects the data, not its status. */
  private ResponseCheck status(UnknownAnswer unknown, Predicate<Exchange> refusesAny) {
    var rule =
        rule(
            "status",
            Level.SHOULD,
            "a request for what is another owner's is refused with " + REFUSALS_IN_WORDS,
            "status " + REFUSALS_IN_WORDS);
    return ResponseCheck.ofStatus(
        rule,
        Responses::refusesOrRedirects,
        exchange ->
            REFUSALS.contains(Responses.status(exchange))
                || refusesAny.test(exchange)
                || unknown.isSame(exchange),
        exchange -> Responses.unexpectedStatus(exchange, REFUSALS_IN_WORDS));
  }

  private ResponseCheck nothingTold(Disclosure disclosure) {
    var rule =
        rule(
            "nothing-told",
            Level.MUST,
            "the refusal of what is another owner's tells nothing of it",
            "no count, and nothing of the data");
    return new ResponseCheck(
        rule,
        exchange -> Responses.refusesOrRedirects(exchange) || disclosure.unknown().isSame(exchange),
        exchange -> disclosure.of(exchange, rule.expected()));
  }

  private ResponseCheck asUnknown(UnknownAnswer unknown, Predicate<Exchange> refusesAny) {
    var rule =
        rule(
            "as-unknown",
            Level.SHOULD,
            "what is another owner's is refused as what nobody has",
            "status and body as for an unknown " + names());
    return new ResponseCheck(
        rule,
        exchange ->
            Responses.refusesOrRedirects(exchange)
                && !refusesAny.test(exchange)
                && unknown.isRefusal(),
        exchange -> unknown.difference(exchange, rule));
  }

  private Rule rule(String id, Level level, String promise, String expected) {
    return probes.rule(
        "identities/" + id, level, SOURCE, new Requirement("Authorization", promise, expected));
  }

  /** The rule that no item is in the lists of both owners. */
  Rule distinct(String key) {
    return rule(
        "distinct",
        Level.MUST,
        "an item belongs to one owner",
        "a %s that is in no list of another owner".formatted(key));
  }
}
