package conformance.report;

import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Parameters;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Severity;
import conformance.contract.Since;
import conformance.contract.Since.Change;
import conformance.contract.Since.State;
import conformance.contract.Verdict;
import conformance.report.PreviousReport.Key;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a run with an earlier one. */
public final class Changes {
  private Changes() {}

  /** How a rule stands for one combination of parameters, in all its interactions together. */
  private record Current(Rule rule, State state, Optional<String> cause) {
    Current plus(Current other) {
      var both = state.plus(other.state);
      return new Current(rule, both, both.severity() == state.severity() ? cause : other.cause);
    }
  }

  /** What has changed for each rule and combination of parameters that both were asked for. */
  public static Since of(PreviousReport before, RunResult now) {
    var current = current(now);
    var changes =
        current.entrySet().stream()
            .flatMap(it -> change(it.getKey(), before, it.getValue()).stream())
            .sorted(Comparator.comparing(Change::kind))
            .toList();
    return new Since(
        before.text("/startedAt"),
        before.text("/outcome"),
        RunDifferences.of(before, now, rules(current)),
        changes);
  }

  private static Set<String> rules(Map<Key, Current> current) {
    return current.keySet().stream().map(Key::rule).collect(Collectors.toSet());
  }

  private static Map<Key, Current> current(RunResult run) {
    var current = new LinkedHashMap<Key, Current>();
    for (var result : run.results()) {
      for (var finding : result.findings()) {
        if (finding.ofTarget() && !isLeftToTheFirst(run, finding)) {
          current.merge(
              key(result, finding),
              new Current(finding.rule(), state(finding), cause(finding)),
              Current::plus);
        }
      }
    }
    return current;
  }

  /** What the first shard alone asks for, as the probes. */
  private static boolean isLeftToTheFirst(RunResult run, Finding finding) {
    return run.shard().filter(shard -> !shard.isFirst()).isPresent()
        && finding.verdict() instanceof Verdict.NotApplicable;
  }

  private static Key key(InteractionResult result, Finding finding) {
    var interaction = result.interaction();
    return new Key(
        PreviousReport.address(finding.rule().id()),
        interaction.isRead() ? interaction.parameters() : Map.of());
  }

  /** The cause that other rules share, and other agents: without the agent. */
  private static Optional<String> cause(Finding finding) {
    return Unjudged.cause(finding.verdict())
        .map(
            cause ->
                cause.replace(
                    finding.interaction().parametersOrName(),
                    Parameters.parameters(finding.interaction())));
  }

  private static State state(Finding finding) {
    var counts = finding.counts();
    return new State(
        Severity.of(finding.verdict()),
        finding.deviates() ? counts.examined() : 0,
        counts.deviating());
  }

  private static Optional<Change> change(Key key, PreviousReport previous, Current now) {
    return previous
        .state(key)
        .flatMap(
            before ->
                now.state()
                    .since(before)
                    .map(
                        kind ->
                            new Change(
                                kind,
                                now.rule(),
                                key.parameters(),
                                before,
                                now.state(),
                                now.cause())));
  }
}
