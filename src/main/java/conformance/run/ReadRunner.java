package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.ResponseHead;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.http.Sender;
import conformance.relation.ReadSnapshot;
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
 * @param judge what the responses are held to
 * @param rereadAfter how long to wait before the second read
 * @param progress is told how far a long body has been read
 */
record ReadRunner(
    CompiledOperation judge, Sender sender, Duration rereadAfter, Consumer<String> progress) {

  /** Examines a body, and says how many items it held. */
  private interface Examination {
    long of(ResponseHead head, BodyProgress body, RuleCounter tally) throws IOException;
  }

  /**
   * A chapter for each read.
   *
   * @param parameters values of the path parameters
   * @param answered is told what became of the first read, before the second is waited for
   */
  List<InteractionResult> read(
      Map<String, String> parameters, Consumer<InteractionResult> answered) {
    var memory = judge.body().memory(now());
    var first = first(parameters, memory);
    answered.accept(first);
    return judge.readsTwice() ? List.of(first, second(parameters, memory, first)) : List.of(first);
  }

  /** The chapters of a request that is not sent, for a reason that lies in the environment. */
  List<InteractionResult> skip(Map<String, String> parameters, EnvironmentFault reason) {
    var first =
        InteractionResults.ofUnasked(
            ordinary(parameters), reason, new RuleCounter(judge.rulesOfOneRead()));
    return judge.readsTwice() ? List.of(first, nothingToCompare(parameters)) : List.of(first);
  }

  private InteractionResult first(Map<String, String> parameters, ReadSnapshot memory) {
    return read(
        ordinary(parameters),
        judge.rulesOfOneRead(),
        (head, body, tally) -> judge.body().examine(body, tally, made(head), memory, body));
  }

  private InteractionResult second(
      Map<String, String> parameters, ReadSnapshot memory, InteractionResult first) {
    if (!judge.readable(first.exchange().orElseThrow())) {
      return nothingToCompare(parameters);
    }
    Pause.of(rereadAfter);
    var at = now();
    var second =
        read(
            ordinary(parameters).again(),
            judge.rulesOfSecondRead(),
            (head, body, tally) ->
                judge.body().reexamine(body, tally, made(head), memory, at, body));
    return InteractionResults.ofSecondRead(first, second, judge.body().rulesOfReads());
  }

  /** When a response was made, to the second, as {@code Date} has it. */
  private static Optional<Instant> made(ResponseHead head) {
    return head.date().or(() -> Optional.of(now().truncatedTo(ChronoUnit.SECONDS)));
  }

  private InteractionResult read(
      Interaction interaction, List<Rule> rules, Examination examination) {
    var tally = new RuleCounter(rules);
    var items = new AtomicLong();
    var exchange =
        sender.send(
            InteractionResults.request(interaction),
            (head, content) -> {
              if (judge.readable(head)) {
                var body = new BodyProgress(content, interaction.toString(), progress);
                items.set(examination.of(head, body, tally));
              }
            });
    judge.echo().examine(exchange, tally);
    return InteractionResults.of(
        interaction, exchange, items.get(), tally, judge.checks(), sender.redaction());
  }

  private InteractionResult nothingToCompare(Map<String, String> parameters) {
    return InteractionResults.ofNothing(
        ordinary(parameters).again(),
        "the first read gave nothing to compare with",
        new RuleCounter(judge.body().rulesOfReads()));
  }

  private Interaction ordinary(Map<String, String> parameters) {
    return new Interaction(judge.operation().name(), judge.operation(), parameters);
  }

  /** As people read it: they compare it by eye. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
