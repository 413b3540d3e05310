package conformance.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.contract.Parameters;
import conformance.contract.RunResult;
import java.util.LinkedHashMap;
import java.util.List;

/** The environment faults of a run, one line for all interactions with the same fault. */
public final class EnvironmentSummary {
  private static final int MAX_LINES = 10;

  private EnvironmentSummary() {}

  /** The first lines, and how many more there are. */
  public static List<String> lines(RunResult run) {
    return Summary.bounded(all(run), MAX_LINES, "and %,d more in report.json");
  }

  static List<String> all(RunResult run) {
    return run.results().stream()
        .filter(result -> result.environment().isPresent())
        .collect(groupingBy(EnvironmentSummary::key, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(EnvironmentSummary::line)
        .toList();
  }

  /** The grouping key: the interaction's name and its fault without the parameter values. */
  private static List<String> key(InteractionResult result) {
    // Removes the subject, not the bare values: a short value may occur in other words.
    var interaction = result.interaction();
    return List.of(
        interaction.name(), fault(result).toString().replace(interaction.parametersOrName(), ""));
  }

  private static String line(List<InteractionResult> results) {
    var interactions = results.stream().map(InteractionResult::interaction).toList();
    var first = interactions.get(0);
    return interactions.size() == 1
        ? first + ": " + fault(results.get(0))
        : "%s, %s: %s"
            .formatted(first.name(), Parameters.named(interactions), fault(results.get(0)));
  }

  private static EnvironmentFault fault(InteractionResult result) {
    return result.environment().orElseThrow();
  }
}
