package conformance.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.contract.RunResult;
import conformance.contract.Subjects;
import java.util.LinkedHashMap;
import java.util.List;

/** What kept the target from being judged, told once for all interactions that it is true of. */
public final class EnvironmentSummary {
  private static final int TOLD = 10;

  private EnvironmentSummary() {}

  /** A line for each, but for a great many of them. */
  public static List<String> lines(RunResult run) {
    return Summary.bounded(all(run), TOLD, "and %,d more in report.json");
  }

  /** A line for each. */
  static List<String> all(RunResult run) {
    return run.results().stream()
        .filter(result -> result.environment().isPresent())
        .collect(groupingBy(EnvironmentSummary::kind, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(EnvironmentSummary::line)
        .toList();
  }

  /** The interaction and its fault without what tells one agent from another. */
  private static List<String> kind(InteractionResult result) {
    // Named as EnvironmentFaults names it: a short value may stand in other words by chance.
    var interaction = result.interaction();
    return List.of(interaction.name(), fault(result).toString().replace(interaction.subject(), ""));
  }

  private static String line(List<InteractionResult> results) {
    var interactions = results.stream().map(InteractionResult::interaction).toList();
    var first = interactions.get(0);
    return interactions.size() == 1
        ? first + ": " + fault(results.get(0))
        : "%s, %s: %s".formatted(first.name(), Subjects.named(interactions), fault(results.get(0)));
  }

  private static EnvironmentFault fault(InteractionResult result) {
    return result.environment().orElseThrow();
  }
}
