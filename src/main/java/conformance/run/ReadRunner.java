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
 * Sends the ordinary request of an operation, and examines the response for all rules at once.
 * Where rules compare two reads, it sends the request again, judges the second response by the same
 * rules, and compares it with the first.
 *
 * @param compiled judges the responses
 * @param token sends the requests
 * @param rereadAfter time between the two reads
 * @param progress reports how far a long body has been read
 */
record ReadRunner(
    CompiledOperation compiled,
    Sender sender,
    AcceptedToken token,
    Duration rereadAfter,
    Progress progress) {

  /** Examines a body, and returns the number of items in it. */
  private interface BodyCheck {
    long of(ResponseHead head, Progress.Body body, RuleCounter counter) throws IOException;
  }

  /**
   * The result of each read.
   *
   * @param parameters values of the path parameters
   * @param responded receives the result of the first read, before the wait for the second
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

  /** The results of a request that is not sent because of an environment fault. */
  List<InteractionResult> skip(Map<String, String> parameters, EnvironmentFault fault) {
    var first =
        InteractionResult.prevented(
            ordinary(parameters),
            Optional.empty(),
            fault,
            new RuleCounter(compiled.rulesOfOneRead()));
    return compiled.readsTwice() ? List.of(first, nothingToCompare(parameters)) : List.of(first);
  }

  private InteractionResult first(Map<String, String> parameters, ReadSnapshot snapshot) {
    return read(
        ordinary(parameters),
        compiled.rulesOfOneRead(),
        (head, body, counter) ->
            compiled
                .body()
                .examine(body, counter, Optional.of(ResponseDate.of(head)), snapshot, body));
  }

  private InteractionResult second(
      Map<String, String> parameters, ReadSnapshot snapshot, InteractionResult first) {
    if (first.environment().isPresent() || !compiled.readable(first.exchange().orElseThrow())) {
      return nothingToCompare(parameters);
    }
    Pause.of(rereadAfter);
    var at = now();
    return read(
            ordinary(parameters).again(),
            compiled.rulesOfSecondRead(),
            (head, body, counter) ->
                compiled
                    .body()
                    .reexamine(
                        body, counter, Optional.of(ResponseDate.of(head)), snapshot, at, body))
        .comparedWith(first, compiled.body().rulesOfReads());
  }

  private InteractionResult read(Interaction interaction, List<Rule> rules, BodyCheck bodyCheck) {
    var counter = new RuleCounter(rules, sender.redaction());
    var items = new AtomicLong();
    var exchange =
        sender.explained(
            token.send(
                request(interaction),
                (head, content) -> {
                  if (compiled.readable(head)) {
                    items.set(bodyCheck.of(head, progress.body(content, interaction), counter));
                  }
                }));
    compiled.echo().examine(exchange, counter);
    var fault =
        token
            .ended()
            .filter(any -> EnvironmentFaults.refusesToken(exchange))
            .or(() -> EnvironmentFaults.environment(interaction, exchange));
    if (fault.isPresent()) {
      return InteractionResult.prevented(interaction, Optional.of(exchange), fault.get(), counter);
    }
    compiled.checks().forEach(check -> check.examine(exchange, counter));
    compiled.paging().of(items.get()).examine(exchange, counter);
    var reason =
        wrongAsAWhole(counter)
            ? "the body as a whole is not what is documented"
            : notExercised(compiled.operation(), exchange, items.get());
    return InteractionResult.of(
        interaction,
        Optional.of(exchange),
        items.get(),
        counter,
        counts -> Verdict.of(counts, reason));
  }

  /** Whether a rule on the whole body is broken, so that other rules found nothing in it. */
  private static boolean wrongAsAWhole(RuleCounter counter) {
    return counter.results().stream()
        .flatMap(counts -> counts.deviations().stream())
        .anyMatch(deviation -> deviation.location().isEmpty());
  }

  static Request request(Interaction interaction) {
    var operation = interaction.operation();
    return new Request(
        operation.method(),
        operation.path(interaction.parameters()),
        operation.response().mediaType(),
        operation.scheme(),
        Credential.TOKEN);
  }

  /** Why a rule was not exercised. */
  static String notExercised(Operation operation, Exchange exchange, long items) {
    var status = operation.response().status();
    if (exchange.head().filter(head -> head.status() == status).isEmpty()) {
      return "there was no response with status " + status;
    }
    return items == 0 ? "the body held nothing to judge" : Verdict.NotDemonstrated.NO_DATA;
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

  /** In milliseconds, since readers compare these times in the report. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
