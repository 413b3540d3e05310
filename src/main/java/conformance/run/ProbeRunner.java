package conformance.run;

import static conformance.contract.InteractionResult.notSent;
import static conformance.contract.InteractionResult.prevented;

import conformance.contract.Contract;
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
import conformance.protocol.Owners;
import conformance.protocol.Probe;
import conformance.protocol.Probe.Responder;
import conformance.protocol.ProbeGroup;
import conformance.protocol.Probes;
import conformance.protocol.Responses;
import conformance.run.OwnReads.Distinct;
import conformance.run.SharedFindings.ProbeResponse;
import conformance.schema.BodySchema;
import conformance.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sends the probes of an operation, and judges the responses, each alone and all together.
 *
 * @param errors judges responses that are errors
 * @param distinct the rule that two owners share no item; empty if nothing identifies items
 */
record ProbeRunner(Probes probes, ErrorResponses errors, Optional<Distinct> distinct) {

  /**
   * Compiles the probes of one operation.
   *
   * @param body the schema of the operation's data
   * @throws conformance.contract.ContractException if x-levels in openapi.yaml names an unknown
   *     rule
   */
  static ProbeRunner of(Schemas schemas, Contract contract, Operation operation, BodySchema body) {
    var probes = new Probes(contract.name(), operation, new DataLeak(body.properties()));
    probes.checkLevels();
    var distinct =
        body.uniqueKey()
            .filter(any -> operation.security().isPresent() && !operation.parameters().isEmpty())
            .map(key -> new Distinct(probes.distinct(key), key));
    return new ProbeRunner(probes, ErrorResponses.of(schemas, contract, probes), distinct);
  }

  List<Rule> rules() {
    return Stream.of(
            probes.rules().stream(), distinct.map(Distinct::rule).stream(), errors.rules().stream())
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  /** Number of requests that will be sent. */
  int requests(Map<String, String> parameters, ProbePolicy policy, Map<String, String> other) {
    var selected = select(parameters, List.of(), policy, new Owners(other));
    return selected.requests() + (crosses(policy, other) ? OwnReads.REQUESTS : 0);
  }

  private boolean crosses(ProbePolicy policy, Map<String, String> other) {
    return policy.any() && probes.operation().security().isPresent() && !other.isEmpty();
  }

  /**
   * Sends every probe, and the ordinary request after each group of them: if that is not answered
   * as before, what came since the last good answer is not demonstrated, and no more is sent.
   *
   * @param ordinary the result of the last ordinary request, to which the target responded
   */
  List<InteractionResult> run(
      Sender sender,
      AcceptedToken token,
      InteractionResult ordinary,
      ProbePolicy policy,
      Map<String, String> other) {
    var parameters = ordinary.interaction().parameters();
    var types = ordinary.exchange().flatMap(Exchange::head).orElseThrow().values("Content-Type");
    var own =
        crosses(policy, other)
            ? Optional.of(OwnReads.of(sender, token, probes, parameters, other, distinct))
            : Optional.<OwnReads>empty();
    var selected = select(parameters, types, policy, own.map(OwnReads::owners).orElse(Owners.ONE));
    if (selected.isEmpty()) {
      return List.of();
    }
    var control = new Control(token, ordinary, probes.data());
    var changed = Optional.<InteractionResult>empty();
    var sent = new ArrayList<SentProbe>();
    for (var group : selected.sent()) {
      var useless = own.flatMap(OwnReads::useless).filter(any -> group.crossesOwners());
      var prevented = changed.map(ProbeRunner::reason).or(() -> useless);
      if (prevented.isPresent()) {
        group
            .probes()
            .forEach(probe -> sent.add(SentProbe.notSent(probe, selected, prevented.get())));
        continue;
      }
      var tokens = token.number();
      var some = send(sender, group, selected);
      changed = control.changed(group);
      if (changed.isEmpty() && token.number() != tokens) {
        // The token had ended by then, so the answers tell nothing.
        some = send(sender, group, selected);
        changed = control.changed(group);
      }
      var reason =
          changed
              .map(ProbeRunner::reason)
              .or(
                  () ->
                      own.filter(any -> group.crossesOwners())
                          .flatMap(reads -> reads.ended(sender, probes)));
      some.stream()
          .map(it -> reason.map(why -> it.withheld(why, probes.data())).orElse(it))
          .forEach(sent::add);
    }
    return Stream.of(
            SentProbe.results(sent),
            changed.stream(),
            selected.notSent().stream(),
            own.map(reads -> reads.result().stream())
                .orElseGet(() -> notDistinguished(parameters, other, "")),
            shared(selected.sharedInteraction(), selected.shared(), sent),
            shared(errors(selected), errors.rules(), sent))
        .flatMap(Function.identity())
        .toList();
  }

  private static String reason(InteractionResult changed) {
    return changed.environment().orElseThrow().reason();
  }

  /** The result of the rule that owners share no item, if their own reads were not sent. */
  private Stream<InteractionResult> notDistinguished(
      Map<String, String> parameters, Map<String, String> other, String reason) {
    var verdict =
        other.isEmpty()
            ? new Verdict.NotApplicable(probes.asksForOwners())
            : new Verdict.NotDemonstrated(reason);
    return distinct.map(rule -> rule.notSent(probes, parameters, verdict)).stream();
  }

  /** Those with safe methods concurrently; the others alone, since they could change something. */
  private List<SentProbe> send(Sender sender, ProbeGroup group, ProbeSelection selected) {
    var atOnce = group.probes().stream().anyMatch(Probe::writes) ? 1 : sender.concurrency();
    return ParallelMap.of(
        group.probes(), atOnce, probe -> send(sender, probe, selected), done -> {});
  }

  private static Stream<InteractionResult> shared(
      Interaction interaction, List<Rule> rules, List<SentProbe> sent) {
    return SharedFindings.of(
        interaction,
        rules,
        sent.stream().flatMap(probe -> probe.response().stream()).toList(),
        rule -> SentProbe.notExercised(rule, sent));
  }

  /** The results if the target cannot be probed. */
  List<InteractionResult> skip(
      Map<String, String> parameters,
      ProbePolicy policy,
      Map<String, String> other,
      String reason) {
    var selected = select(parameters, List.of(), policy, new Owners(other));
    var verdict = new Verdict.NotDemonstrated(reason);
    return selected.isEmpty()
        ? List.of()
        : Stream.of(
                ProbeSelection.probes(selected.sent())
                    .map(
                        probe ->
                            notSent(selected.interaction(probe.name()), probe.rules(), verdict)),
                selected.notSent().stream(),
                notDistinguished(parameters, other, reason),
                Stream.of(notSent(selected.sharedInteraction(), selected.shared(), verdict)),
                Stream.of(notSent(errors(selected), errors.rules(), verdict)))
            .flatMap(Function.identity())
            .toList();
  }

  private ProbeSelection select(
      Map<String, String> parameters, List<String> types, ProbePolicy policy, Owners owners) {
    var all = policy.any() ? probes.of(parameters, types, owners) : List.<ProbeGroup>of();
    return ProbeSelection.of(probes.operation(), parameters, all, policy);
  }

  private static Interaction errors(ProbeSelection selected) {
    return selected.interaction("errors");
  }

  private SentProbe send(Sender sender, Probe probe, ProbeSelection selected) {
    var sharedCounter =
        new RuleCounter(
            Stream.concat(selected.shared().stream(), errors.rules().stream()).toList(),
            sender.redaction());
    var exchange =
        sender.sendProbe(
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
      return SentProbe.prevented(
          probe, prevented(interaction, Optional.of(exchange), fault.get(), ownCounter));
    }
    probe.checks().forEach(check -> check.examine(exchange, ownCounter));
    probe.shared().forEach(check -> check.examine(exchange, sharedCounter));
    errors.examine(probe, exchange, sharedCounter);
    return new SentProbe(
        probe,
        InteractionResult.of(
            interaction,
            Optional.of(exchange),
            0,
            ownCounter,
            counts -> ownVerdict(counts, exchange)),
        Optional.of(new ProbeResponse(probe.name(), exchange, sharedCounter.results())),
        Optional.empty());
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
}
