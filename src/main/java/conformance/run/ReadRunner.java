package conformance.run;

import conformance.contract.Credential;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Request;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.Verdict;
import conformance.http.HttpDate;
import conformance.http.Sender;
import conformance.protocol.EnvironmentFaults;
import conformance.relation.ReadSnapshot;
import conformance.report.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sends the ordinary request of an operation, examines the response once, and groups by rule. Where
 * rules compare two reads, it sends it again, and holds the second response to the same and against
 * the first.
 *
 * @param compiled what the responses are held to
 * @param rereadAfter how long to wait before the second read
 * @param progress is told how far a long body has been read
 */
record ReadRunner(
    CompiledOperation compiled, Sender sender, Duration rereadAfter, Progress progress) {

  /** Examines a body, and says how many items it held. */
  private interface BodyCheck {
    long of(ResponseHead head, Progress.Body body, RuleCounter counter) throws IOException;
  }

  /**
   * A result for each read.
   *
   * @param parameters values of the path parameters
   * @param responded is told what became of the first read, before the second is waited for
   */
  List<InteractionResult> read(
      Map<String, String> parameters, Consumer<InteractionResult> responded) {
    var snapshot = compiled.body().memory(now());
    var first = first(parameters, snapshot);
    responded.accept(first);
    return compiled.readsTwice()
        ? List.of(first, second(parameters, snapshot, first))
        : List.of(first);
  }

  /** The results of a request that is not sent, for a reason that lies in the environment. */
  List<InteractionResult> skip(Map<String, String> parameters, EnvironmentFault reason) {
    var first =
        InteractionResult.prevented(
            ordinary(parameters),
            Optional.empty(),
            reason,
            new RuleCounter(compiled.rulesOfOneRead()));
    return compiled.readsTwice() ? List.of(first, nothingToCompare(parameters)) : List.of(first);
  }

  private InteractionResult first(Map<String, String> parameters, ReadSnapshot snapshot) {
    return read(
        ordinary(parameters),
        compiled.rulesOfOneRead(),
        (head, body, counter) ->
            compiled.body().examine(body, counter, made(head), snapshot, body));
  }

  private InteractionResult second(
      Map<String, String> parameters, ReadSnapshot snapshot, InteractionResult first) {
    if (!compiled.readable(first.exchange().orElseThrow())) {
      return nothingToCompare(parameters);
    }
    Pause.of(rereadAfter);
    var at = now();
    return read(
            ordinary(parameters).again(),
            compiled.rulesOfSecondRead(),
            (head, body, counter) ->
                compiled.body().reexamine(body, counter, made(head), snapshot, at, body))
        .comparedWith(first, compiled.body().rulesOfReads());
  }

  /** When a response was made, to the second, as {@code Date} has it. */
  private static Optional<Instant> made(ResponseHead head) {
    return HttpDate.of(head).or(() -> Optional.of(now().truncatedTo(ChronoUnit.SECONDS)));
  }

  private InteractionResult read(Interaction interaction, List<Rule> rules, BodyCheck check) {
    var counter = new RuleCounter(rules, sender.redaction());
    var items = new AtomicLong();
    var exchange =
        sender.send(
            request(interaction),
            (head, content) -> {
              if (compiled.readable(head)) {
                items.set(check.of(head, progress.body(content, interaction), counter));
              }
            });
    compiled.echo().examine(exchange, counter);
    var fault = EnvironmentFaults.environment(interaction, exchange);
    if (fault.isPresent()) {
      return InteractionResult.prevented(interaction, Optional.of(exchange), fault.get(), counter);
    }
    compiled.checks().forEach(it -> it.examine(exchange, counter));
    var unseen = unseen(compiled.operation(), exchange, items.get());
    return InteractionResult.of(
        interaction,
        Optional.of(exchange),
        items.get(),
        counter,
        counts -> Verdict.of(counts, unseen));
  }

  static Request request(Interaction interaction) {
    var operation = interaction.operation();
    return new Request(
        operation.method(),
        operation.path(interaction.parameters()),
        operation.response().mediaType(),
        Credential.TOKEN);
  }

  /** Why a rule was not put to the test. */
  static String unseen(Operation operation, Exchange exchange, long items) {
    var status = operation.response().status();
    if (exchange.head().filter(head -> head.status() == status).isEmpty()) {
      return "there was no response with status " + status;
    }
    return items == 0
        ? "the body held nothing to judge"
        : "nothing in the response put it to the test";
  }

  private InteractionResult nothingToCompare(Map<String, String> parameters) {
    return InteractionResult.notSent(
        ordinary(parameters).again(),
        compiled.body().rulesOfReads(),
        new Verdict.NotDemonstrated("the first read gave nothing to compare with"));
  }

  private Interaction ordinary(Map<String, String> parameters) {
    return new Interaction(compiled.operation().name(), compiled.operation(), parameters);
  }

  /** As people read it: they compare it by eye. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
