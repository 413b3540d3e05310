package conformance.run;

import conformance.contract.Contract;
import conformance.contract.ContractException;
import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import conformance.http.Sender;
import conformance.protocol.DataLeak;
import conformance.protocol.EnvironmentFaults;
import conformance.protocol.ParameterProbes;
import conformance.protocol.Probe;
import conformance.protocol.Probe.Answerer;
import conformance.protocol.Probes;
import conformance.protocol.ResponseCheck;
import conformance.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
record ProbeRunner(Probes probes, ErrorResponses errors) {
  private static final Verdict UNANSWERED =
      new Verdict.NotDemonstrated("no probe got an answer that put it to the test");

  private static final Verdict NO_ERROR =
      new Verdict.NotApplicable("no answer was one that it is about");

  /**
   * A prober for one operation.
   *
   * @param data the properties that the documentation names for the operation's data
   */
  static ProbeRunner of(Schemas schemas, Contract contract, Operation operation, Set<String> data) {
    var probes = new Probes(contract.name(), operation, new DataLeak(data));
    var prober = new ProbeRunner(probes, ErrorResponses.of(schemas, contract, probes));
    prober.checkLevels();
    return prober;
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
            probes.of(examples, List.of()).stream()
                .flatMap(it -> it.allChecks().map(ResponseCheck::rule)),
            errors.rules().stream())
        .distinct()
        .toList();
  }

  private void checkLevels() {
    var address = probes.address("");
    var known =
        rules().stream()
            .map(Rule::id)
            .filter(id -> id.startsWith(address))
            .map(id -> id.substring(address.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (var id : probes.operation().levels().keySet()) {
      if (!known.contains(id)) {
        throw new ContractException(
            "%sx-levels: expected the end of a rule's id, one of %s, not %s"
                .formatted(address, known, id));
      }
    }
  }

  /** How many requests will be sent. */
  int requests(Map<String, String> parameters, ProbePolicy probing) {
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
  List<InteractionResult> probe(Sender sender, InteractionResult ordinary, ProbePolicy probing) {
    var parameters = ordinary.interaction().parameters();
    var types = ordinary.exchange().flatMap(Exchange::head).orElseThrow().values("Content-Type");
    var all = probes(parameters, types, probing).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    var shared = sharedRules(all.stream().filter(it -> probing.without(it).isEmpty()));
    var byWriting = all.stream().collect(Collectors.partitioningBy(Probe::writes));
    Function<Probe, Probed> send = it -> probed(sender, it, parameters, shared, probing);
    var probed =
        new ArrayList<>(
            ParallelMap.of(byWriting.get(false), sender.concurrency(), send, done -> {}));
    byWriting.get(true).stream().map(send).forEach(probed::add);
    var answers = probed.stream().flatMap(it -> it.answer().stream()).toList();
    return Stream.of(
            probed.stream().map(Probed::chapter),
            SharedFindings.chapters(together(parameters), shared, answers, UNANSWERED).stream(),
            switchedOff(all, shared, parameters, probing),
            SharedFindings.chapters(errors(parameters), errors.rules(), answers, NO_ERROR).stream())
        .flatMap(Function.identity())
        .toList();
  }

  /** What is told of rules that only probes share which the settings switch off. */
  private Stream<InteractionResult> switchedOff(
      List<Probe> all, List<Rule> shared, Map<String, String> parameters, ProbePolicy probing) {
    var off = sharedRules(all.stream()).stream().filter(it -> !shared.contains(it)).toList();
    return off.isEmpty()
        ? Stream.empty()
        : all.stream()
            .flatMap(it -> probing.without(it).stream())
            .limit(1)
            .map(reason -> InteractionResults.ofSwitchedOff(together(parameters), reason, off));
  }

  private static List<Rule> sharedRules(Stream<Probe> probes) {
    return probes.flatMap(it -> it.sharedRules().stream()).distinct().toList();
  }

  /** What there is to tell when the target cannot be probed. */
  List<InteractionResult> skip(Map<String, String> parameters, ProbePolicy probing, String reason) {
    var all = probes(parameters, List.of(), probing).toList();
    var chapters =
        all.stream()
            .map(
                probe ->
                    InteractionResults.ofNothing(
                        interaction(probe, parameters), reason, new RuleCounter(probe.rules())))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!chapters.isEmpty()) {
      var shared = sharedRules(all.stream());
      chapters.add(
          InteractionResults.ofNothing(together(parameters), reason, new RuleCounter(shared)));
      chapters.add(
          InteractionResults.ofNothing(
              errors(parameters), reason, new RuleCounter(errors.rules())));
    }
    return chapters;
  }

  private Stream<Probe> probes(
      Map<String, String> parameters, List<String> types, ProbePolicy probing) {
    return probing == ProbePolicy.NONE ? Stream.empty() : probes.of(parameters, types).stream();
  }

  /** What became of a probe, and its answer if that is one to judge. */
  private record Probed(InteractionResult chapter, Optional<SharedFindings.Answer> answer) {}

  private Probed probed(
      Sender sender,
      Probe probe,
      Map<String, String> parameters,
      List<Rule> shared,
      ProbePolicy probing) {
    var interaction = interaction(probe, parameters);
    return probing
        .without(probe)
        .map(it -> InteractionResults.ofSwitchedOff(interaction, it, probe.rules()))
        .map(it -> new Probed(it, Optional.empty()))
        .orElseGet(() -> send(sender, probe, shared, interaction));
  }

  private Probed send(Sender sender, Probe probe, List<Rule> shared, Interaction interaction) {
    var together =
        new RuleCounter(Stream.concat(shared.stream(), errors.rules().stream()).toList());
    var exchange =
        sender.send(
            probe.request(),
            (head, body) -> {
              // A busy target is asked again, or cannot be judged at all.
              if (probe.answerer() != Answerer.ANYONE && !head.busy()) {
                errors.examine(head, body, together);
              }
            });
    var environment = EnvironmentFaults.ofProbe(exchange);
    var tally = new RuleCounter(probe.rules());
    var answer = Optional.<SharedFindings.Answer>empty();
    if (environment.isEmpty()) {
      probe.checks().forEach(check -> check.examine(exchange, tally));
      probe.shared().forEach(check -> check.examine(exchange, together));
      errors.examine(probe, exchange, together);
      answer =
          Optional.of(
              new SharedFindings.Answer(probe.name(), exchange, redacted(sender, together)));
    }
    return new Probed(
        InteractionResults.ofProbe(interaction, exchange, environment, redacted(sender, tally)),
        answer);
  }

  private static List<RuleCounts> redacted(Sender sender, RuleCounter tally) {
    return tally.results().stream().map(it -> it.map(sender.redaction())).toList();
  }

  /** What answers to several probes show together. */
  private Interaction together(Map<String, String> parameters) {
    return new Interaction("probes", probes.operation(), parameters);
  }

  private Interaction errors(Map<String, String> parameters) {
    return new Interaction("errors", probes.operation(), parameters);
  }

  private Interaction interaction(Probe probe, Map<String, String> parameters) {
    return new Interaction(probe.name(), probes.operation(), parameters);
  }
}
