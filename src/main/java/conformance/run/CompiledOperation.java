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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one operation is held to.
 *
 * @param operation what is judged
 * @param checks what a response is held to, besides its body
 * @param echo whether the token is repeated
 * @param body what its body is held to
 * @param probes sends the probes
 */
public record CompiledOperation(
    Operation operation,
    List<ResponseCheck> checks,
    ResponseCheck echo,
    BodySchema body,
    ProbeRunner probes) {

  public CompiledOperation {
    checks = List.copyOf(checks);
  }

  /**
   * Compiles each operation of the contract.
   *
   * @throws conformance.contract.ContractException if its files cannot be used
   */
  static List<CompiledOperation> of(Path schemas, Contract contract) {
    var loaded = Schemas.load(schemas);
    return contract.operations().stream().map(it -> of(loaded, contract, it)).toList();
  }

  private static CompiledOperation of(Schemas schemas, Contract contract, Operation operation) {
    var body = schemas.response(contract, operation);
    return new CompiledOperation(
        operation,
        ResponseChecks.of(contract.name(), operation),
        TokenEcho.of(contract.name(), operation),
        body,
        ProbeRunner.of(schemas, contract, operation, body.properties()));
  }

  /** Every rule that the operation is held to. */
  List<Rule> rules() {
    return Stream.of(rulesOfOneRead(), body.rulesOfReads(), probes.rules())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** How many requests it takes to judge the operation once. */
  int requests() {
    return readsTwice() ? 2 : 1;
  }

  /** Whether there are rules that compare two reads. */
  boolean readsTwice() {
    return !body.rulesOfReads().isEmpty();
  }

  /** Judges the documentation's own example, which needs no server. Empty if there is none. */
  Optional<InteractionResult> documentedExample() {
    return operation.response().example().map(this::example);
  }

  private InteractionResult example(Path file) {
    var counter = new RuleCounter(body.rules());
    try (var in = Files.newInputStream(file)) {
      var memory = body.memory(Instant.now());
      var items = body.examine(in, counter, Optional.empty(), memory);
      var interaction = new Interaction("documented example", operation, Map.of());
      return InteractionResult.of(
              interaction, Optional.empty(), items, counter, CompiledOperation::ofExample)
          .withoutCoverage();
    } catch (IOException e) {
      throw new UncheckedIOException("the documented example " + file, e);
    }
  }

  /** What an example leaves out, the target may still show: nobody need miss it. */
  static Verdict ofExample(RuleCounts counts) {
    return counts.examined() > 0 || counts.deviating() > 0
        ? Verdict.of(counts, "")
        : new Verdict.NotApplicable("the documentation's example does not put it to the test");
  }

  /** Whether the target answered an ordinary request with the documented status. */
  boolean answered(InteractionResult result) {
    return result.exchange().flatMap(Exchange::head).filter(this::readable).isPresent();
  }

  /** Whether the target answered with the documented status, and the whole body came. */
  boolean readable(Exchange exchange) {
    return exchange.failure().isEmpty() && exchange.head().filter(this::readable).isPresent();
  }

  /** Whether the body that follows is one that the documentation is about. */
  boolean readable(ResponseHead head) {
    return head.status() == operation.response().status() && head.decodable();
  }

  /** What a second read is held to. */
  List<Rule> rulesOfSecondRead() {
    return Stream.concat(rulesOfOneRead().stream(), body.rulesOfReads().stream()).toList();
  }

  /** What a first read is held to. */
  List<Rule> rulesOfOneRead() {
    return Stream.of(
            checks.stream().map(ResponseCheck::rule), Stream.of(echo.rule()), body.rules().stream())
        .flatMap(it -> it)
        .toList();
  }
}
