package conformance;

import conformance.contract.Contract;
import conformance.contract.Examined;
import conformance.contract.Interaction;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.Tally;
import conformance.exchange.Exchange;
import conformance.exchange.Sender;
import conformance.protocol.Data;
import conformance.protocol.ParameterProbes;
import conformance.protocol.Preflight;
import conformance.protocol.Probe;
import conformance.protocol.Probes;
import conformance.report.Chapter;
import conformance.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends the requests that are out of the ordinary for an operation, and judges the answers: each by
 * itself, and all errors among them together.
 *
 * @param probes the requests
 * @param errors judges the errors
 */
record Prober(Probes probes, ErrorJudge errors) {

  /**
   * A prober for one operation.
   *
   * @param data the properties that the documentation names for the operation's data
   */
  static Prober of(Schemas schemas, Contract contract, Operation operation, Set<String> data) {
    var probes = new Probes(contract.name(), operation, new Data(data));
    return new Prober(probes, ErrorJudge.of(schemas, contract, probes));
  }

  /** Every rule that an answer may be held to. */
  List<Rule> rules() {
    // Which rules there are does not depend on the example, which may have no letters to change.
    var examples =
        probes.operation().parameters().stream()
            .collect(
                Collectors.toMap(
                    PathParameter::name,
                    it ->
                        it.format().equals("uuid") ? ParameterProbes.UNKNOWN_UUID : it.example()));
    return Stream.concat(
            probes.of(examples, List.of()).stream().flatMap(it -> it.rules().stream()),
            errors.rules().stream())
        .toList();
  }

  /** How many requests will be sent. */
  int requests(Map<String, String> parameters, Probing probing) {
    return (int)
        probes(parameters, List.of(), probing)
            .filter(probe -> probing.without(probe).isEmpty())
            .count();
  }

  /**
   * Sends every probe: several at the same time, as the target allows it, but what might change
   * something alone and last, since it could change the answers to the others.
   *
   * @param ordinary a request that the target has answered
   */
  List<Chapter> probe(Sender sender, Chapter ordinary, Probing probing) {
    var parameters = ordinary.interaction().parameters();
    var types = ordinary.exchange().flatMap(Exchange::head).orElseThrow().values("Content-Type");
    var byWriting =
        probes(parameters, types, probing).collect(Collectors.partitioningBy(Probe::writes));
    Function<Probe, Probed> send = it -> probed(sender, it, parameters, probing);
    var probed =
        new ArrayList<>(Overlap.of(byWriting.get(false), sender.concurrency(), send, done -> {}));
    byWriting.get(true).stream().map(send).forEach(probed::add);
    var chapters = probed.stream().map(Probed::chapter).collect(Collectors.toList());
    if (!chapters.isEmpty()) {
      var answers = probed.stream().flatMap(it -> it.answer().stream()).toList();
      chapters.addAll(ErrorAnswers.chapters(errors(parameters), errors.rules(), answers));
    }
    return chapters;
  }

  /** What there is to tell when the target cannot be probed. */
  List<Chapter> skip(Map<String, String> parameters, Probing probing, String reason) {
    var chapters =
        probes(parameters, List.of(), probing)
            .map(
                probe ->
                    Chapters.ofNothing(
                        interaction(probe, parameters), reason, new Tally(probe.rules())))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!chapters.isEmpty()) {
      chapters.add(Chapters.ofNothing(errors(parameters), reason, new Tally(errors.rules())));
    }
    return chapters;
  }

  private Stream<Probe> probes(
      Map<String, String> parameters, List<String> types, Probing probing) {
    return probing == Probing.NONE ? Stream.empty() : probes.of(parameters, types).stream();
  }

  /** What became of a probe, and its answer if that is one to judge. */
  private record Probed(Chapter chapter, Optional<ErrorAnswers.Answer> answer) {}

  private Probed probed(
      Sender sender, Probe probe, Map<String, String> parameters, Probing probing) {
    var interaction = interaction(probe, parameters);
    return probing
        .without(probe)
        .map(it -> Chapters.ofSwitchedOff(interaction, it, probe.rules()))
        .map(it -> new Probed(it, Optional.empty()))
        .orElseGet(() -> send(sender, probe, interaction));
  }

  private Probed send(Sender sender, Probe probe, Interaction interaction) {
    var ofErrors = new Tally(errors.rules());
    var exchange =
        sender.send(
            probe.request(),
            (head, body) -> {
              // A busy target is asked again, or cannot be judged at all.
              if (probe.documented() && !head.busy()) {
                errors.examine(head, body, ofErrors);
              }
            });
    var environment = Preflight.ofProbe(exchange);
    var tally = new Tally(probe.rules());
    var answer = Optional.<ErrorAnswers.Answer>empty();
    if (environment.isEmpty()) {
      probe.checks().forEach(check -> check.examine(exchange, tally));
      errors.examine(probe, exchange, ofErrors);
      answer =
          Optional.of(new ErrorAnswers.Answer(probe.name(), exchange, redacted(sender, ofErrors)));
    }
    return new Probed(
        Chapters.ofProbe(interaction, exchange, environment, redacted(sender, tally)), answer);
  }

  private static List<Examined> redacted(Sender sender, Tally tally) {
    return tally.results().stream().map(it -> it.map(sender.redaction())).toList();
  }

  private Interaction errors(Map<String, String> parameters) {
    return new Interaction("errors", probes.operation(), parameters);
  }

  private Interaction interaction(Probe probe, Map<String, String> parameters) {
    return new Interaction(probe.name(), probes.operation(), parameters);
  }
}
