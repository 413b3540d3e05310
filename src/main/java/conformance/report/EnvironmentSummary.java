package conformance.report;

import conformance.contract.EnvironmentFault;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.RunResult;
import conformance.contract.Subjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What kept the target from being judged, told once for all interactions that it is true of.
 *
 * @param fault what happened to the first of them
 * @param interactions all of them
 */
public record EnvironmentSummary(EnvironmentFault fault, List<Interaction> interactions) {
  private static final int TOLD = 10;

  public EnvironmentSummary {
    interactions = List.copyOf(interactions);
  }

  /** All that kept a run from judging something. */
  static List<EnvironmentSummary> of(RunResult report) {
    var groups = new LinkedHashMap<List<String>, List<InteractionResult>>();
    for (var chapter : report.chapters()) {
      chapter
          .environment()
          .map(it -> List.of(chapter.interaction().name(), words(it, chapter.interaction())))
          .ifPresent(it -> groups.computeIfAbsent(it, key -> new ArrayList<>()).add(chapter));
    }
    return groups.values().stream()
        .map(
            it ->
                new EnvironmentSummary(
                    it.get(0).environment().orElseThrow(),
                    it.stream().map(InteractionResult::interaction).toList()))
        .toList();
  }

  /** A line for each, but for a great many of them. */
  public static List<String> lines(RunResult report) {
    var faults = of(report);
    var lines = faults.stream().limit(TOLD).map(EnvironmentSummary::toString);
    return faults.size() > TOLD
        ? Stream.concat(
                lines, Stream.of("and %,d more in report.json".formatted(faults.size() - TOLD)))
            .toList()
        : lines.toList();
  }

  /** The fault without what tells one interaction from another. */
  private static String words(EnvironmentFault fault, Interaction interaction) {
    // Named as Preflight names it: a short value may stand in other words by chance.
    return fault.toString().replace(interaction.subject(), "");
  }

  @Override
  public String toString() {
    var first = interactions.get(0);
    return interactions.size() == 1
        ? first + ": " + fault
        : "%s, %s: %s".formatted(first.name(), Subjects.named(interactions), fault);
  }
}
