package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import conformance.protocol.DataLeak;
import conformance.protocol.Probe;
import conformance.run.SharedFindings.ProbeResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A probe and what is judged of it.
 *
 * @param result its own rules
 * @param response what it shows of the rules that probes share; empty if it was not judged
 * @param unjudged why it was not judged
 */
record SentProbe(
    Probe probe,
    InteractionResult result,
    Optional<ProbeResponse> response,
    Optional<String> unjudged) {

  /** A probe that an environment fault kept from being judged. */
  static SentProbe prevented(Probe probe, InteractionResult result) {
    var reason = result.environment().map(EnvironmentFault::reason);
    return new SentProbe(probe, result, Optional.empty(), reason);
  }

  /** A probe that was not sent, because of what those before it have changed. */
  static SentProbe notSent(Probe probe, ProbeSelection selected, String reason) {
    return new SentProbe(
        probe,
        InteractionResult.notSent(
            selected.interaction(probe.name()), probe.rules(), new Verdict.NotDemonstrated(reason)),
        Optional.empty(),
        Optional.of(reason));
  }

  /**
   * The same, not demonstrated: the target may have answered as it does to whom it has locked out.
   * Only what was broken by giving data away remains, since that is given to nobody then.
   */
  SentProbe withheld(String reason, DataLeak data) {
    var gaveData =
        result.exchange().filter(exchange -> !data.leaked(exchange).isEmpty()).isPresent();
    var findings =
        result.findings().stream()
            .map(finding -> gaveData && finding.deviates() ? finding : withheld(finding, reason))
            .toList();
    return new SentProbe(
        probe,
        InteractionResult.of(result.interaction(), result.exchange(), findings),
        Optional.empty(),
        Optional.of(reason));
  }

  private static Finding withheld(Finding finding, String reason) {
    return new Finding(
        finding.interaction(),
        RuleCounts.none(finding.rule()),
        new Verdict.NotDemonstrated(reason));
  }

  /** The results, with each fault of the environment told once and not for every probe. */
  static Stream<InteractionResult> results(List<SentProbe> sent) {
    var told = new HashSet<EnvironmentFault>();
    return sent.stream()
        .map(SentProbe::result)
        .map(
            result ->
                result.environment().map(told::add).orElse(true)
                    ? result
                    : InteractionResult.of(
                        result.interaction(), result.exchange(), result.findings()));
  }

  /**
   * The verdict on a shared rule that no response exercised: not demonstrated if a probe that could
   * have done so was not judged.
   */
  static Verdict notExercised(Rule rule, List<SentProbe> sent) {
    var shared = sent.stream().anyMatch(it -> it.probe.sharedRules().contains(rule));
    return sent.stream()
        .filter(it -> !shared || it.probe.sharedRules().contains(rule))
        .flatMap(it -> it.unjudged.stream())
        .findFirst()
        .<Verdict>map(Verdict.NotDemonstrated::new)
        .orElseGet(() -> new Verdict.NotApplicable("no response was one that it is about"));
  }
}
