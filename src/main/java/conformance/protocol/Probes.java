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
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The probes of an operation, as its entry in openapi.yaml gives cause for them: its security, its
 * path parameters, and the methods that it does not document.
 *
 * @param contract name of the contract, which the rules' addresses begin with
 * @param operation the operation
 * @param data what an answer's data is known by
 */
public record Probes(String contract, Operation operation, DataLeak data) {

  /**
   * Every probe, in the order in which they are sent.
   *
   * @param parameters values of the path parameters that the target is known to answer to
   * @param types the Content-Type of its ordinary answer; empty as long as that is not known
   */
  public List<Probe> of(Map<String, String> parameters, List<String> types) {
    return Stream.of(
            new SecurityProbes(this).of(parameters),
            new ParameterProbes(this).of(parameters),
            new MethodProbes(this, types).of(parameters))
        .flatMap(it -> it)
        .toList();
  }

  Request request(String method, Map<String, String> parameters, Credential credential) {
    return new Request(
        method, operation.path(parameters), operation.response().mediaType(), credential);
  }

  /** The rule of every check on probes, each once, whatever values are asked for. */
  public List<Rule> rules() {
    // Which rules there are does not depend on the example, which may have no letters to change.
    var values =
        operation.parameters().stream()
            .collect(
                Collectors.toMap(
                    PathParameter::name, it -> it.isUuid() ? UnknownValue.UUID : it.example()));
    return of(values, List.of()).stream()
        .flatMap(Probe::allChecks)
        .map(ResponseCheck::rule)
        .distinct()
        .toList();
  }

  /**
   * Checks that openapi.yaml gives levels to rules on probes and errors alone.
   *
   * @throws ContractException if one of the names in {@code x-levels} is none of these
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

  /** The id of a rule on probes that ends in {@code id}. */
  private String address(String id) {
    return "%s/openapi.yaml#%s/%s".formatted(contract, operation.id(), id);
  }

  /** A rule of the operation, with the level that the contract gives it, else {@code level}. */
  Rule rule(String id, Level level, Source source, Subject subject) {
    return new Rule(
        address(id),
        operation.levels().getOrDefault(id, level),
        source,
        subject.name(),
        subject.promise(),
        subject.expected());
  }

  /**
   * That no probe of a family makes the target fail, whatever it asks for: one rule for all, since
   * one handler that fails is one cause.
   *
   * @param family the beginning of the rule's id
   * @param source where it comes from
   * @param subject a property, header or parameter
   * @param asked the requests, in words
   * @param fails whether the target failed
   */
  ResponseCheck noFailure(
      String family, Source source, String subject, String asked, Predicate<Exchange> fails) {
    var rule =
        rule(
            family + "/no-failure",
            Level.MUST,
            source,
            new Subject(subject, asked + " causes no failure", "an answer, and no status 5xx"));
    return new ResponseCheck(
        rule,
        any -> true,
        exchange ->
            fails.test(exchange) ? Responses.wrong(rule, exchange, Responses.FAILED) : List.of());
  }

  /**
   * What a rule is about, and asks for.
   *
   * @param name a property, header or parameter
   * @param promise the whole requirement as a sentence
   * @param expected what is asked, as it completes "expected ..."
   */
  record Subject(String name, String promise, String expected) {}
}
