package conformance;

import conformance.contract.Environment;
import conformance.contract.Interaction;
import conformance.contract.Rule;
import conformance.contract.Tally;
import conformance.exchange.Head;
import conformance.exchange.Sender;
import conformance.relation.FirstRead;
import conformance.report.Chapter;
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
record Reader(Judge judge, Sender sender, Duration rereadAfter, Consumer<String> progress) {

  /** Examines a body, and says how many items it held. */
  private interface Examination {
    long of(Head head, WatchedBody body, Tally tally) throws IOException;
  }

  /**
   * A chapter for each read.
   *
   * @param parameters values of the path parameters
   * @param answered is told what became of the first read, before the second is waited for
   */
  List<Chapter> read(Map<String, String> parameters, Consumer<Chapter> answered) {
    var memory = judge.body().memory(now());
    var first = first(parameters, memory);
    answered.accept(first);
    return judge.readsTwice() ? List.of(first, second(parameters, memory, first)) : List.of(first);
  }

  /** The chapters of a request that is not sent, for a reason that lies in the environment. */
  List<Chapter> skip(Map<String, String> parameters, Environment reason) {
    var first = Chapters.ofUnasked(ordinary(parameters), reason, new Tally(judge.rulesOfOneRead()));
    return judge.readsTwice() ? List.of(first, nothingToCompare(parameters)) : List.of(first);
  }

  private Chapter first(Map<String, String> parameters, FirstRead memory) {
    return read(
        ordinary(parameters),
        judge.rulesOfOneRead(),
        (head, body, tally) -> judge.body().examine(body, tally, made(head), memory, body));
  }

  private Chapter second(Map<String, String> parameters, FirstRead memory, Chapter first) {
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
    return Chapters.ofSecondRead(first, second, judge.body().rulesOfReads());
  }

  /** When a response was made, to the second, as {@code Date} has it. */
  private static Optional<Instant> made(Head head) {
    return head.date().or(() -> Optional.of(now().truncatedTo(ChronoUnit.SECONDS)));
  }

  private Chapter read(Interaction interaction, List<Rule> rules, Examination examination) {
    var tally = new Tally(rules);
    var items = new AtomicLong();
    var exchange =
        sender.send(
            Chapters.request(interaction),
            (head, content) -> {
              if (judge.readable(head)) {
                var body = new WatchedBody(content, interaction.toString(), progress);
                items.set(examination.of(head, body, tally));
              }
            });
    judge.echo().examine(exchange, tally);
    return Chapters.of(
        interaction, exchange, items.get(), tally, judge.checks(), sender.redaction());
  }

  private Chapter nothingToCompare(Map<String, String> parameters) {
    return Chapters.ofNothing(
        ordinary(parameters).again(),
        "the first read gave nothing to compare with",
        new Tally(judge.body().rulesOfReads()));
  }

  private Interaction ordinary(Map<String, String> parameters) {
    return new Interaction(judge.operation().name(), judge.operation(), parameters);
  }

  /** As people read it: they compare it by eye. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
