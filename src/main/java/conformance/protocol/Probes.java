package conformance.protocol;

import conformance.contract.ContractException;
import conformance.contract.Credential;
import conformance.contract.Exchange;
import conformance.contract.Level;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Request;
import conformance.contract.Rule;
import conformance.contract.Source;
import conformance.protocol.Probe.Responder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The probes of an operation, derived from its entry in openapi.yaml: its security, its path
 * parameters, and the methods that it does not document.
 *
 * @param contract name of the contract, with which the ids of the rules begin
 * @param data finds the operation's data in a response
 */
public record Probes(String contract, Operation operation, DataLeak data) {

  /**
   * Every probe, in the order of sending: wrong tokens last, since they may lock the client out.
   *
   * @param parameters values of the path parameters for which the target is known to respond
   * @param types Content-Type values of the response to an ordinary request; empty if unknown
   * @param owners what is known of another owner
   */
  public List<ProbeGroup> of(Map<String, String> parameters, List<String> types, Owners owners) {
    var methods =
        new ProbeGroup(
            "requests with other methods", new MethodProbes(this, types).of(parameters).toList());
    return Stream.of(
            List.of(
                methods.only(probe -> !probe.writes()),
                new ProbeGroup(
                    "requests for other parameters",
                    new ParameterProbes(this).of(parameters).toList()),
                new IdentityProbes(this).of(parameters, owners),
                methods.only(Probe::writes)),
            ProbeGroup.ofSecrets(
                operation.scheme().secret(), new SecurityProbes(this).of(parameters).toList()))
        .flatMap(List::stream)
        .toList();
  }

  public Request request(String method, Map<String, String> parameters, Credential credential) {
    return new Request(
        method,
        operation.path(parameters),
        operation.response().mediaType(),
        operation.scheme(),
        credential);
  }

  /** The settings that would have one owner ask for what is another's, as a reason. */
  public String asksForOwners() {
    return "TARGET_OTHER_TOKEN"
        + operation.parameters().stream()
            .map(parameter -> " and target.other_" + parameter.name())
            .collect(Collectors.joining())
        + " ask them";
  }

  /** The request for what nobody has. */
  public Request unknown(Map<String, String> parameters, Credential credential) {
    var nobodys = new LinkedHashMap<>(parameters);
    operation
        .parameters()
        .forEach(parameter -> nobodys.put(parameter.name(), UnknownValue.unknown(parameter)));
    return request("GET", nobodys, credential);
  }

  /** The rule that no item, identified by {@code key}, is in the lists of two owners. */
  public Rule distinct(String key) {
    return new IdentityProbes(this).distinct(key);
  }

  /** The distinct rules of all probes, whatever the parameter values. */
  public List<Rule> rules() {
    // Not the example of a UUID: without letters it would have no other case, and so no rule on it.
    var values =
        operation.parameters().stream()
            .collect(
                Collectors.toMap(
                    PathParameter::name,
                    parameter -> parameter.isUuid() ? UnknownValue.UUID : parameter.example()));
    return of(values, List.of(), Owners.ONE).stream()
        .flatMap(group -> group.probes().stream())
        .flatMap(Probe::allChecks)
        .map(ResponseCheck::rule)
        .distinct()
        .toList();
  }

  /**
   * Checks that {@code x-levels} in openapi.yaml names only rules on probes and errors.
   *
   * @throws ContractException if it names anything else
   */
  public void checkLevels() {
    var known =
        Stream.concat(
                rules().stream(),
                new ErrorChecks(this).of(Responder.APPLICATION).stream().map(ResponseCheck::rule))
            .map(rule -> rule.id().substring(address("").length()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (var id : operation.levels().keySet()) {
      if (!known.contains(id)) {
        throw new ContractException(
            "%s: expected the end of a rule's id, one of %s, not %s"
                .formatted(address("x-levels"), String.join(", ", known), id));
      }
    }
  }

  /** The full id of the rule whose id ends in {@code id}. */
  private String address(String id) {
    return "%s/openapi.yaml#%s/%s".formatted(contract, operation.id(), id);
  }

  /** A rule with the level that {@code x-levels} gives it, or else {@code level}. */
  Rule rule(String id, Level level, Source source, Requirement requirement) {
    return new Rule(
        address(id),
        operation.levels().getOrDefault(id, level),
        source,
        id.matches("(security|identities)/.*") ? "Authentication" : "Unusual request",
        requirement.subject(),
        requirement.promise(),
        requirement.expected());
  }

  /**
   * The check that no probe of a family makes the target fail: one rule for all, since a handler
   * that fails is one cause.
   *
   * @param family the beginning of the rule's id
   * @param source source of the rule
   * @param subject a property, header or parameter
   * @param requests the probes of the family, in words
   * @param fails whether the target failed
   */
  ResponseCheck noFailure(
      String family, Source source, String subject, String requests, Predicate<Exchange> fails) {
    var rule =
        rule(
            family + "/no-failure",
            Level.MUST,
            source,
            new Requirement(
                subject, requests + " causes no failure", "an answer, and no status 5xx"));
    return new ResponseCheck(
        rule,
        any -> true,
        exchange ->
            fails.test(exchange)
                ? Responses.statusDeviation(rule, exchange, Responses.FAILED)
                : List.of());
  }

  /**
   * What a rule is about, and what it requires.
   *
   * @param subject a property, header or parameter
   * @param promise the whole requirement as a sentence
   * @param expected the requirement as it completes "expected ..."
   */
  record Requirement(String subject, String promise, String expected) {}
}
