package conformance.run;

import static conformance.contract.InteractionResult.notSent;
import static conformance.contract.InteractionResult.prevented;

import conformance.contract.Contract;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import conformance.http.Sender;
import conformance.protocol.DataLeak;
import conformance.protocol.EnvironmentFaults;
import conformance.protocol.Probe;
import conformance.protocol.Probe.Responder;
import conformance.protocol.Probes;
import conformance.protocol.Responses;
import conformance.run.SharedFindings.ProbeResponse;
import conformance.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sends the probes of an operation, and judges the responses, each alone and all together.
 *
 * @param errors judges responses that are errors
 */
record ProbeRunner(Probes probes, ErrorResponses errors) {

  /**
   * Compiles the probes of one operation.
   *
   * @param data names of the documented properties of the operation's data
   * @throws conformance.contract.ContractException if x-levels in openapi.yaml names an unknown
   *     rule
   */
  static ProbeRunner of(Schemas schemas, Contract contract, Operation operation, Set<String> data) {
    var probes = new Probes(contract.name(), operation, new DataLeak(data));
    probes.checkLevels();
    return new ProbeRunner(probes, ErrorResponses.of(schemas, contract, probes));
  }

  List<Rule> rules() {
    return Stream.concat(probes.rules().stream(), errors.rules().stream()).distinct().toList();
  }

  /** Number of requests that will be sent. */
  int requests(Map<String, String> parameters, ProbePolicy policy) {
    return select(parameters, List.of(), policy).sent().size();
  }

  /**
   * Sends every probe: those with safe methods concurrently, as far as the sender allows it, then
   * those that write one by one, since they could change the responses to the others.
   *
   * @param ordinary the result of an ordinary request to which the target responded
   */
  List<InteractionResult> run(Sender sender, InteractionResult ordinary, ProbePolicy policy) {
    var parameters = ordinary.interaction().parameters();
    var types = ordinary.exchange().flatMap(Exchange::head).orElseThrow().values("Content-Type");
    var selected = select(parameters, types, policy);
    if (selected.isEmpty()) {
      return List.of();
    }
    Function<Probe, Sent> send = probe -> send(sender, probe, selected);
    var reading = selected.sent().stream().filter(probe -> !probe.writes()).toList();
    var sent = new ArrayList<>(ParallelMap.of(reading, sender.concurrency(), send, done -> {}));
    selected.sent().stream().filter(Probe::writes).map(send).forEach(sent::add);
    var responses = sent.stream().flatMap(probe -> probe.response().stream()).toList();
    var notExercised = notExercised(sent);
    return Stream.of(
            sent.stream().map(Sent::result),
            selected.notSent().stream(),
            SharedFindings.of(
                selected.sharedInteraction(), selected.shared(), responses, notExercised),
            SharedFindings.of(errors(selected), errors.rules(), responses, notExercised))
        .flatMap(Function.identity())
        .toList();
  }

  /** The results if the target cannot be probed. */
  List<InteractionResult> skip(Map<String, String> parameters, ProbePolicy policy, String reason) {
    var selected = select(parameters, List.of(), policy);
    var verdict = new Verdict.NotDemonstrated(reason);
    return selected.isEmpty()
        ? List.of()
        : Stream.of(
                selected.sent().stream()
                    .map(
                        probe ->
                            notSent(selected.interaction(probe.name()), probe.rules(), verdict)),
                selected.notSent().stream(),
                Stream.of(notSent(selected.sharedInteraction(), selected.shared(), verdict)),
                Stream.of(notSent(errors(selected), errors.rules(), verdict)))
            .flatMap(Function.identity())
            .toList();
  }

  private ProbeSelection select(
      Map<String, String> parameters, List<String> types, ProbePolicy policy) {
    var all = policy == ProbePolicy.NONE ? List.<Probe>of() : probes.of(parameters, types);
    return ProbeSelection.of(probes.operation(), parameters, all, policy);
  }

  private static Interaction errors(ProbeSelection selected) {
    return selected.interaction("errors");
  }

  /**
   * The result of a probe.
   *
   * @param response empty if an environment fault kept it from being judged
   */
  private record Sent(InteractionResult result, Optional<ProbeResponse> response) {}

  private Sent send(Sender sender, Probe probe, ProbeSelection selected) {
    var sharedCounter =
        new RuleCounter(
            Stream.concat(selected.shared().stream(), errors.rules().stream()).toList(),
            sender.redaction());
    var exchange =
        sender.send(
            probe.request(),
            (head, body) -> {
              // A busy response is retried, or becomes an environment fault.
              if (probe.responder() != Responder.ANYONE && !head.busy()) {
                errors.examine(head, body, sharedCounter);
              }
            });
    var ownCounter = new RuleCounter(probe.rules(), sender.redaction());
    var interaction = selected.interaction(probe.name());
    var fault = EnvironmentFaults.ofProbe(exchange);
    if (fault.isPresent()) {
      return new Sent(
          prevented(interaction, Optional.of(exchange), fault.get(), ownCounter), Optional.empty());
    }
    probe.checks().forEach(check -> check.examine(exchange, ownCounter));
    probe.shared().forEach(check -> check.examine(exchange, sharedCounter));
    errors.examine(probe, exchange, sharedCounter);
    return new Sent(
        InteractionResult.of(
            interaction,
            Optional.of(exchange),
            0,
            ownCounter,
            counts -> ownVerdict(counts, exchange)),
        Optional.of(new ProbeResponse(probe.name(), exchange, sharedCounter.results())));
  }

  /**
   * The verdict on a rule of one probe. One that was not examined is not demonstrated if the target
   * failed, and not applicable if the request succeeded.
   */
  static Verdict ownVerdict(RuleCounts counts, Exchange exchange) {
    return counts.exercised()
        ? Verdict.of(counts, "")
        : Responses.targetFailed(exchange)
            ? new Verdict.NotDemonstrated("the target failed over the request")
            : new Verdict.NotApplicable("the request was not refused");
  }

  /** The verdict on a shared rule that no response exercised. */
  private static Verdict notExercised(List<Sent> sent) {
    return sent.stream().anyMatch(probe -> probe.response().isPresent())
        ? new Verdict.NotApplicable("no response was one that it is about")
        : new Verdict.NotDemonstrated(
            sent.stream()
                .flatMap(probe -> probe.result().environment().stream())
                .map(EnvironmentFault::reason)
                .findFirst()
                .orElse("no probe was sent"));
  }
}
