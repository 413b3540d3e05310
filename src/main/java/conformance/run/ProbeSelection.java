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
 * The probes of an operation that a run sends, and those that the settings disable.
 *
 * @param parameters values of the path parameters for which the target is known to respond
 */
record ProbeSelection(
    Operation operation, Map<String, String> parameters, List<Probe> sent, List<Probe> disabled) {

  static ProbeSelection of(
      Operation operation, Map<String, String> parameters, List<Probe> all, ProbePolicy policy) {
    return new ProbeSelection(
        operation,
        parameters,
        all.stream().filter(policy::sends).toList(),
        all.stream().filter(probe -> !policy.sends(probe)).toList());
  }

  boolean isEmpty() {
    return sent.isEmpty() && disabled.isEmpty();
  }

  /** The rules that the probes that are sent share. */
  List<Rule> shared() {
    return shared(sent);
  }

  /** Results of the disabled probes: their own rules, and those that only they share. */
  List<InteractionResult> notSent() {
    var verdict = new Verdict.NotApplicable(ProbePolicy.SWITCHED_OFF);
    var shared = shared(disabled);
    return Stream.concat(
            disabled.stream()
                .map(
                    probe ->
                        InteractionResult.notSent(
                            interaction(probe.name()), probe.rules(), verdict)),
            Stream.of(shared)
                .filter(rules -> !rules.isEmpty())
                .map(rules -> InteractionResult.notSent(sharedInteraction(), rules, verdict)))
        .toList();
  }

  private static List<Rule> shared(List<Probe> probes) {
    return probes.stream().flatMap(probe -> probe.sharedRules().stream()).distinct().toList();
  }

  Interaction interaction(String name) {
    return new Interaction(name, operation, parameters);
  }

  /** The interaction to which the shared rules belong. */
  Interaction sharedInteraction() {
    return interaction("probes");
  }
}
