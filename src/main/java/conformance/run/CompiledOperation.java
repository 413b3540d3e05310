package conformance.run;

import conformance.contract.Contract;
import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import conformance.protocol.Paging;
import conformance.protocol.ResponseCheck;
import conformance.protocol.ResponseChecks;
import conformance.protocol.TokenEcho;
import conformance.schema.BodySchema;
import conformance.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of a contract with everything that judges it.
 *
 * @param checks checks of the response apart from its body
 * @param paging the check that a list is whole
 * @param echo the check that the token is not repeated
 * @param body the schema of the response body
 * @param probes sends the probes of the operation
 */
public record CompiledOperation(
    Operation operation,
    List<ResponseCheck> checks,
    Paging paging,
    ResponseCheck echo,
    BodySchema body,
    ProbeRunner probes) {

  public CompiledOperation {
    checks = List.copyOf(checks);
  }

  /**
   * Compiles every operation of the contract.
   *
   * @throws conformance.contract.ContractException if its files cannot be used
   */
  static List<CompiledOperation> of(Path schemas, Contract contract) {
    var loaded = Schemas.load(schemas);
    return contract.operations().stream()
        .map(operation -> of(loaded, contract, operation))
        .toList();
  }

  private static CompiledOperation of(Schemas schemas, Contract contract, Operation operation) {
    var body = schemas.response(contract, operation);
    return new CompiledOperation(
        operation,
        Stream.concat(
                ResponseChecks.of(contract.name(), operation).stream(),
                Stream.of(ResponseDate.check(contract.name(), operation)))
            .toList(),
        Paging.of(contract.name(), operation),
        TokenEcho.of(contract.name(), operation),
        body,
        ProbeRunner.of(schemas, contract, operation, body));
  }

  List<Rule> rules() {
    return Stream.of(rulesOfOneRead(), body.rulesOfReads(), probes.rules())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Number of ordinary requests for one combination of parameters. */
  int requests() {
    return readsTwice() ? 2 : 1;
  }

  /** Whether there are rules that compare two reads. */
  boolean readsTwice() {
    return !body.rulesOfReads().isEmpty();
  }

  /** Judges the documented example, without a server; empty if there is none. */
  Optional<InteractionResult> documentedExample() {
    return operation.response().example().map(this::example);
  }

  private InteractionResult example(Path file) {
    var counter = new RuleCounter(body.rules());
    try (var in = Files.newInputStream(file)) {
      var memory = body.memory(Instant.now());
      var items = body.examine(in, counter, Optional.empty(), memory);
      var interaction = Interaction.documentedExample(operation);
      return InteractionResult.of(
              interaction, Optional.empty(), items, counter, CompiledOperation::ofExample)
          .withoutCoverage();
    } catch (IOException e) {
      throw new UncheckedIOException("the documented example " + file, e);
    }
  }

  /** Rules that the example does not exercise are not applicable: the target may exercise them. */
  static Verdict ofExample(RuleCounts counts) {
    return counts.exercised()
        ? Verdict.of(counts, "")
        : new Verdict.NotApplicable("the documentation's example does not put it to the test");
  }

  /** Whether the target responded to an ordinary request as documented. */
  boolean respondedAsDocumented(InteractionResult result) {
    return result.environment().isEmpty()
        && result.exchange().flatMap(Exchange::head).filter(this::readable).isPresent();
  }

  /** Whether the response is readable, and its body complete. */
  boolean readable(Exchange exchange) {
    return exchange.failure().isEmpty() && exchange.head().filter(this::readable).isPresent();
  }

  /** Whether the status is the documented one, and the body can be decoded. */
  boolean readable(ResponseHead head) {
    return head.status() == operation.response().status() && head.decodable();
  }

  List<Rule> rulesOfSecondRead() {
    return Stream.concat(rulesOfOneRead().stream(), body.rulesOfReads().stream()).toList();
  }

  List<Rule> rulesOfOneRead() {
    return Stream.of(
            checks.stream().map(ResponseCheck::rule),
            Stream.of(paging.rule(), echo.rule()),
            body.rules().stream())
        .flatMap(it -> it)
        .toList();
  }
}
