package conformance.run;

import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.Verdict;
import conformance.protocol.Probe;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which probes of an operation a run sends.
 *
 * @param parameters values of its path parameters that the target is known to respond to
 * @param sent those that are sent
 * @param off those that the settings switch off
 */
record ProbeSelection(
    Operation operation, Map<String, String> parameters, List<Probe> sent, List<Probe> off) {

  static ProbeSelection of(
      Operation operation, Map<String, String> parameters, List<Probe> all, ProbePolicy policy) {
    return new ProbeSelection(
        operation,
        parameters,
        all.stream().filter(policy::sends).toList(),
        all.stream().filter(probe -> !policy.sends(probe)).toList());
  }

  boolean isEmpty() {
    return sent.isEmpty() && off.isEmpty();
  }

  /** The rules that several of the probes that are sent have in common. */
  List<Rule> shared() {
    return shared(sent);
  }

  /**
   * What is told of the probes that are not sent: their own rules, and those that only they share.
   */
  List<InteractionResult> switchedOff() {
    var verdict = new Verdict.NotApplicable(ProbePolicy.SWITCHED_OFF);
    var shared = shared(off).stream().filter(rule -> !shared().contains(rule)).toList();
    return Stream.concat(
            off.stream()
                .map(it -> InteractionResult.notSent(interaction(it.name()), it.rules(), verdict)),
            Stream.of(shared)
                .filter(rules -> !rules.isEmpty())
                .map(rules -> InteractionResult.notSent(together(), rules, verdict)))
        .toList();
  }

  private static List<Rule> shared(List<Probe> probes) {
    return probes.stream().flatMap(probe -> probe.sharedRules().stream()).distinct().toList();
  }

  Interaction interaction(String name) {
    return new Interaction(name, operation, parameters);
  }

  /** What the responses to several probes show together. */
  Interaction together() {
    return interaction("probes");
  }
}
