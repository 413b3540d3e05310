package conformance;

import conformance.contract.Contract;
import conformance.contract.Environment;
import conformance.contract.Interaction;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.Tally;
import conformance.exchange.Exchange;
import conformance.exchange.Head;
import conformance.exchange.Sender;
import conformance.protocol.ResponseCheck;
import conformance.protocol.ResponseChecks;
import conformance.protocol.TokenEcho;
import conformance.relation.FirstRead;
import conformance.report.Chapter;
import conformance.schema.BodySchema;
import conformance.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Judges one operation: sends the request, examines the response once, and groups by rule.
 *
 * @param operation what is judged
 * @param checks what a response is held to, besides its body
 * @param secondChecks what a second response is held to, besides its body
 * @param echo whether the token is repeated
 * @param body what its body is held to
 * @param prober sends what is out of the ordinary
 */
public record Judge(
    Operation operation,
    List<ResponseCheck> checks,
    List<ResponseCheck> secondChecks,
    TokenEcho echo,
    BodySchema body,
    Prober prober) {

  public Judge {
    checks = List.copyOf(checks);
    secondChecks = List.copyOf(secondChecks);
  }

  /**
   * A judge for each operation of the contract.
   *
   * @throws conformance.contract.ContractException if its files cannot be used
   */
  static List<Judge> of(Path schemas, Contract contract) {
    var loaded = Schemas.load(schemas);
    return contract.operations().stream().map(it -> of(loaded, contract, it)).toList();
  }

  private static Judge of(Schemas schemas, Contract contract, Operation operation) {
    var body = schemas.response(contract, operation);
    return new Judge(
        operation,
        ResponseChecks.of(contract.name(), operation),
        ResponseChecks.ofSecondRead(contract.name(), operation),
        TokenEcho.of(contract.name(), operation),
        body,
        Prober.of(schemas, contract, operation, body.properties()));
  }

  /** Every rule that the operation is held to. */
  List<Rule> rules() {
    return Stream.of(rulesOfOneRead(), body.rulesOfReads(), prober.rules())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** How many requests it takes to judge the operation once. */
  int requests() {
    return body.rulesOfReads().isEmpty() ? 1 : 2;
  }

  /** Judges the documentation's own example, which needs no server. Empty if there is none. */
  Optional<Chapter> documentedExample() {
    return operation.response().example().map(this::example);
  }

  private Chapter example(Path file) {
    var interaction = new Interaction("documented example", operation, Map.of());
    var tally = new Tally(body.rules());
    try (var in = Files.newInputStream(file)) {
      var memory = body.memory(Instant.now());
      var items = body.examine(in, tally, Optional.empty(), memory);
      return Chapters.ofExample(interaction, items, tally.results());
    } catch (IOException e) {
      throw new UncheckedIOException("the documented example " + file, e);
    }
  }

  /**
   * Sends the operation's request, and holds the response to every rule. Where rules compare two
   * reads, it sends it again and holds the second response against the first.
   *
   * @param parameters values of the path parameters
   * @param rereadAfter how long to wait before the second read
   * @param progress is told how far a long body has been read
   */
  List<Chapter> judge(
      Sender sender,
      Map<String, String> parameters,
      Duration rereadAfter,
      Consumer<String> progress) {
    var memory = body.memory(now());
    var first = first(sender, parameters, memory, progress);
    return body.rulesOfReads().isEmpty()
        ? List.of(first)
        : List.of(first, second(sender, parameters, memory, first, rereadAfter, progress));
  }

  /** The chapters of a request that is not sent, for a reason that lies in the environment. */
  List<Chapter> skip(Map<String, String> parameters, Environment reason) {
    var interaction = new Interaction(operation.name(), operation, parameters);
    var first = Chapters.ofUnasked(interaction, reason, new Tally(rulesOfOneRead()));
    return body.rulesOfReads().isEmpty()
        ? List.of(first)
        : List.of(first, nothingToCompare(parameters));
  }

  private Chapter nothingToCompare(Map<String, String> parameters) {
    return Chapters.ofNothing(
        again(parameters),
        "the first read gave nothing to compare with",
        new Tally(rulesOfSecondRead()));
  }

  private Interaction again(Map<String, String> parameters) {
    return new Interaction(operation.name() + ", read again", operation, parameters);
  }

  private Chapter first(
      Sender sender, Map<String, String> parameters, FirstRead memory, Consumer<String> progress) {
    var interaction = new Interaction(operation.name(), operation, parameters);
    var tally = new Tally(rulesOfOneRead());
    var items = new AtomicLong();
    var exchange =
        sender.send(
            Chapters.request(interaction),
            (head, content) -> {
              if (readable(head)) {
                var now = head.date().or(() -> Optional.of(now().truncatedTo(ChronoUnit.SECONDS)));
                var watched = new WatchedBody(content, interaction.toString(), progress);
                items.set(body.examine(watched, tally, now, memory, watched));
              }
            });
    echo.examine(exchange, tally);
    return Chapters.of(interaction, exchange, items.get(), tally, checks, sender.redaction());
  }

  private Chapter second(
      Sender sender,
      Map<String, String> parameters,
      FirstRead memory,
      Chapter first,
      Duration rereadAfter,
      Consumer<String> progress) {
    if (!readable(first.exchange().orElseThrow())) {
      return nothingToCompare(parameters);
    }
    var interaction = again(parameters);
    var tally = new Tally(rulesOfSecondRead());
    Pause.of(rereadAfter);
    var at = now();
    var items = new AtomicLong();
    var exchange =
        sender.send(
            Chapters.request(interaction),
            (head, content) -> {
              if (readable(head)) {
                var watched = new WatchedBody(content, interaction.toString(), progress);
                items.set(body.reexamine(watched, tally, memory, at, watched));
              }
            });
    echo.examine(exchange, tally);
    return Chapters.of(interaction, exchange, items.get(), tally, secondChecks, sender.redaction());
  }

  /** Whether the target answered an ordinary request with the documented status. */
  boolean answered(Chapter chapter) {
    return chapter.exchange().flatMap(Exchange::head).filter(this::readable).isPresent();
  }

  /** As people read it: they compare it by eye. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean readable(Exchange exchange) {
    return exchange.failure().isEmpty() && exchange.head().filter(this::readable).isPresent();
  }

  private boolean readable(Head head) {
    return head.status() == operation.response().status() && head.decodable();
  }

  private List<Rule> rulesOfSecondRead() {
    return Stream.of(
            secondChecks.stream().map(ResponseCheck::rule),
            Stream.of(echo.rule()),
            body.rulesOfReads().stream())
        .flatMap(it -> it)
        .toList();
  }

  private List<Rule> rulesOfOneRead() {
    return Stream.of(
            checks.stream().map(ResponseCheck::rule), Stream.of(echo.rule()), body.rules().stream())
        .flatMap(it -> it)
        .toList();
  }
}
