package conformance;

import conformance.contract.Contract;
import conformance.contract.DocumentedError;
import conformance.contract.Interaction;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.Tally;
import conformance.exchange.Head;
import conformance.exchange.Sender;
import conformance.protocol.Data;
import conformance.protocol.ErrorChecks;
import conformance.protocol.Preflight;
import conformance.protocol.Probe;
import conformance.protocol.Probes;
import conformance.protocol.ResponseCheck;
import conformance.report.Chapter;
import conformance.schema.BodySchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends the requests that are out of the ordinary for an operation, and judges the answers: each by
 * itself, and all errors among them together.
 */
final class Prober {
  private final Probes probes;
  private final Map<DocumentedError, BodySchema> errors;
  private final ErrorChecks errorChecks;

  private Prober(Probes probes, Map<DocumentedError, BodySchema> errors) {
    this.probes = probes;
    this.errors = errors;
    this.errorChecks = new ErrorChecks(probes);
  }

  /**
   * A prober for one operation.
   *
   * @param data the properties that the documentation names for the operation's data
   */
  static Prober of(
      Path schemas, Contract contract, Operation operation, java.util.Set<String> data) {
    var errors = new LinkedHashMap<DocumentedError, BodySchema>();
    operation
        .errors()
        .forEach(it -> errors.put(it, BodySchema.load(schemas, contract, operation, it)));
    return new Prober(new Probes(contract.name(), operation, new Data(data)), errors);
  }

  /** Every rule that an answer may be held to. */
  List<Rule> rules() {
    var examples =
        probes.operation().parameters().stream()
            .collect(Collectors.toMap(PathParameter::name, PathParameter::example));
    return Stream.concat(
            probes.of(examples).stream().flatMap(it -> it.rules().stream()), errorRules().stream())
        .toList();
  }

  /** How many requests will be sent. */
  int requests(Map<String, String> parameters, Probing probing) {
    return (int)
        sent(parameters, probing).filter(probe -> probing.without(probe).isEmpty()).count();
  }

  /**
   * Sends every probe.
   *
   * @param parameters values of the path parameters that the target has answered to
   */
  List<Chapter> probe(Sender sender, Map<String, String> parameters, Probing probing) {
    var chapters = new ArrayList<Chapter>();
    var answers = new ArrayList<ErrorAnswers.Answer>();
    sent(parameters, probing)
        .forEach(
            probe -> {
              var off = probing.without(probe);
              if (off.isPresent()) {
                chapters.add(
                    Chapters.ofSwitchedOff(
                        interaction(probe, parameters), off.get(), probe.rules()));
              } else {
                chapters.add(probe(sender, probe, parameters, answers));
              }
            });
    var interaction = new Interaction("errors", probes.operation(), parameters);
    if (!chapters.isEmpty()) {
      chapters.addAll(ErrorAnswers.chapters(interaction, errorRules(), answers));
    }
    return chapters;
  }

  /** What there is to tell when the target cannot be probed. */
  List<Chapter> skip(Map<String, String> parameters, Probing probing, String reason) {
    return sent(parameters, probing)
        .map(
            probe ->
                Chapters.ofNothing(
                    interaction(probe, parameters), reason, new Tally(probe.rules())))
        .toList();
  }

  private Stream<Probe> sent(Map<String, String> parameters, Probing probing) {
    return probing == Probing.NONE ? Stream.empty() : probes.of(parameters).stream();
  }

  private Chapter probe(
      Sender sender,
      Probe probe,
      Map<String, String> parameters,
      List<ErrorAnswers.Answer> answers) {
    var ofErrors = new Tally(errorRules());
    var exchange =
        sender.send(
            probe.request(),
            (head, body) -> {
              if (probe.documented()) {
                examine(head, body, ofErrors);
              }
            });
    var environment = Preflight.ofProbe(exchange);
    var tally = new Tally(probe.rules());
    if (environment.isEmpty()) {
      probe.checks().forEach(check -> check.examine(exchange, tally));
      errorChecks.ofAny().forEach(check -> check.examine(exchange, ofErrors));
      if (probe.documented()) {
        errorChecks.ofDocumented().forEach(check -> check.examine(exchange, ofErrors));
      }
      answers.add(new ErrorAnswers.Answer(probe.name(), exchange, redacted(sender, ofErrors)));
    }
    return Chapters.ofProbe(
        interaction(probe, parameters), exchange, environment, redacted(sender, tally));
  }

  /** An empty body is another rule's matter than one that is not JSON. */
  private void examine(Head head, InputStream body, Tally tally) throws IOException {
    var schema = probes.operation().error(head.status()).map(errors::get);
    var peeked = new PushbackInputStream(body);
    var first = peeked.read();
    if (schema.isPresent() && first >= 0 && head.decodable()) {
      peeked.unread(first);
      var now = Instant.now();
      schema.get().examine(peeked, tally, Optional.of(now), schema.get().memory(now));
    }
  }

  private static List<conformance.contract.Examined> redacted(Sender sender, Tally tally) {
    return tally.results().stream().map(it -> it.map(sender.redaction())).toList();
  }

  private List<Rule> errorRules() {
    return Stream.concat(
            Stream.of(errorChecks.ofAny(), errorChecks.ofDocumented())
                .flatMap(List::stream)
                .map(ResponseCheck::rule),
            errors.values().stream().flatMap(it -> it.rules().stream()))
        .collect(
            Collectors.toMap(Rule::id, Function.identity(), (one, same) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private Interaction interaction(Probe probe, Map<String, String> parameters) {
    return new Interaction(probe.name(), probes.operation(), parameters);
  }
}
