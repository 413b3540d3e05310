package conformance.run;

import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import conformance.contract.Rule;
import conformance.contract.Verdict;
import conformance.protocol.Probe;
import conformance.protocol.ProbeGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The probes of an operation that a run sends, and those that the settings disable.
 *
 * @param parameters values of the path parameters for which the target is known to respond
 * @param sent the probes that are sent, in their order
 * @param disabled the others, by the reason why they are not sent
 */
record ProbeSelection(
    Operation operation,
    Map<String, String> parameters,
    List<ProbeGroup> sent,
    Map<String, List<Probe>> disabled) {

  static ProbeSelection of(
      Operation operation,
      Map<String, String> parameters,
      List<ProbeGroup> all,
      ProbePolicy policy) {
    return new ProbeSelection(
        operation,
        parameters,
        all.stream()
            .map(group -> group.only(probe -> off(group, probe, policy).isEmpty()))
            .filter(Predicate.not(ProbeGroup::isEmpty))
            .toList(),
        disabled(all, policy));
  }

  private static Map<String, List<Probe>> disabled(List<ProbeGroup> all, ProbePolicy policy) {
    var disabled = new LinkedHashMap<String, List<Probe>>();
    for (var group : all) {
      for (var probe : group.probes()) {
        off(group, probe, policy)
            .ifPresent(why -> disabled.computeIfAbsent(why, any -> new ArrayList<>()).add(probe));
      }
    }
    return disabled;
  }

  /** What would have the probe sent, as a reason; empty if it is sent. */
  private static Optional<String> off(ProbeGroup group, Probe probe, ProbePolicy policy) {
    return group.off().or(() -> policy.off(probe));
  }

  boolean isEmpty() {
    return sent.isEmpty() && disabled.isEmpty();
  }

  /** Number of requests: the probes, and the ordinary request after each group. */
  int requests() {
    return (int) probes(sent).count() + sent.size();
  }

  /** The rules that the probes that are sent share. */
  List<Rule> shared() {
    return shared(probes(sent).toList());
  }

  /** Results of the disabled probes: their own rules, and those that only they share. */
  List<InteractionResult> notSent() {
    return disabled.entrySet().stream()
        .flatMap(off -> notSent(off.getValue(), new Verdict.NotApplicable(off.getKey())))
        .toList();
  }

  private Stream<InteractionResult> notSent(List<Probe> probes, Verdict verdict) {
    var shared = shared(probes).stream().filter(rule -> !shared().contains(rule)).toList();
    return Stream.concat(
        probes.stream()
            .map(
                probe ->
                    InteractionResult.notSent(interaction(probe.name()), probe.rules(), verdict)),
        Stream.of(shared)
            .filter(rules -> !rules.isEmpty())
            .map(rules -> InteractionResult.notSent(sharedInteraction(), rules, verdict)));
  }

  static Stream<Probe> probes(Collection<ProbeGroup> groups) {
    return groups.stream().flatMap(group -> group.probes().stream());
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
