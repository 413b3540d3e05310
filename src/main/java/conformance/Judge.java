package conformance;

import conformance.contract.Contract;
import conformance.contract.Environment;
import conformance.contract.Examined;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.Tally;
import conformance.contract.Verdict;
import conformance.exchange.Exchange;
import conformance.exchange.Request;
import conformance.exchange.Sender;
import conformance.protocol.Preflight;
import conformance.protocol.ResponseCheck;
import conformance.protocol.ResponseChecks;
import conformance.report.Chapter;
import conformance.schema.BodySchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Judges one operation: sends the request, examines the response once, and groups by rule.
 *
 * @param operation what is judged
 * @param checks what a response is held to, besides its body
 * @param body what its body is held to
 */
public record Judge(Operation operation, List<ResponseCheck> checks, BodySchema body) {

  public Judge {
    checks = List.copyOf(checks);
  }

  /**
   * A judge for each operation of the contract.
   *
   * @throws conformance.contract.ContractException if its files cannot be used
   */
  public static List<Judge> of(Path schemas, Contract contract) {
    return contract.operations().stream()
        .map(
            operation ->
                new Judge(
                    operation,
                    ResponseChecks.of(contract.name(), operation),
                    BodySchema.load(schemas, contract, operation)))
        .toList();
  }

  /** Every rule that the operation is held to. */
  public List<Rule> rules() {
    return Stream.concat(checks.stream().map(ResponseCheck::rule), body.rules().stream()).toList();
  }

  /** Judges the documentation's own example, which needs no server. Empty if there is none. */
  public Optional<Chapter> documentedExample() {
    return operation.response().example().map(this::example);
  }

  private Chapter example(Path file) {
    var interaction = new Interaction("documented example", operation, Map.of());
    var tally = new Tally(body.rules());
    try (var in = Files.newInputStream(file)) {
      var items = body.examine(in, tally);
      return new Chapter(
          interaction,
          Optional.empty(),
          Optional.empty(),
          items,
          findings(interaction, tally.results(), "the example does not show it"));
    } catch (IOException e) {
      throw new UncheckedIOException("the documented example " + file, e);
    }
  }

  /**
   * Sends the operation's request once, and holds the response to every rule.
   *
   * @param parameters values of the path parameters
   */
  public Chapter judge(Sender sender, Map<String, String> parameters) {
    var interaction = new Interaction(operation.name(), operation, parameters);
    var request =
        new Request(
            operation.method(), operation.path(parameters), operation.response().mediaType(), true);
    var tally = new Tally(rules());
    var items = new AtomicLong();
    var exchange =
        sender.send(
            request,
            (head, content) -> {
              if (head.status() == operation.response().status()) {
                items.set(body.examine(content, tally));
              }
            });
    var environment = Preflight.environment(interaction, exchange);
    if (environment.isEmpty()) {
      checks.forEach(check -> check.examine(exchange, tally));
    }
    var examined = tally.results().stream().map(it -> it.map(sender.redaction())).toList();
    return new Chapter(
        interaction,
        Optional.of(exchange),
        environment,
        items.get(),
        findings(interaction, examined, unseen(environment, exchange, items.get())));
  }

  private String unseen(Optional<Environment> environment, Exchange exchange, long items) {
    if (environment.isPresent()) {
      return environment.get().reason();
    }
    var status = operation.response().status();
    if (exchange.head().filter(head -> head.status() == status).isEmpty()) {
      return "there was no answer with status " + status;
    }
    return items == 0
        ? "the body held nothing to judge"
        : "nothing in the response put it to the test";
  }

  private static List<Finding> findings(
      Interaction interaction, List<Examined> examined, String whenUnseen) {
    return examined.stream()
        .map(it -> new Finding(interaction, it, Verdict.of(it, whenUnseen)))
        .toList();
  }
}
