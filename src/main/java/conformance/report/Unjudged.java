package conformance.report;

import conformance.contract.Environment;
import conformance.contract.Interaction;
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
public record Unjudged(Environment fault, List<Interaction> interactions) {
  private static final int TOLD = 10;

  public Unjudged {
    interactions = List.copyOf(interactions);
  }

  /** All that kept a run from judging something. */
  static List<Unjudged> of(Report report) {
    var groups = new LinkedHashMap<List<String>, List<Chapter>>();
    for (var chapter : report.chapters()) {
      chapter
          .environment()
          .map(it -> List.of(chapter.interaction().name(), words(it, chapter.interaction())))
          .ifPresent(it -> groups.computeIfAbsent(it, key -> new ArrayList<>()).add(chapter));
    }
    return groups.values().stream()
        .map(
            it ->
                new Unjudged(
                    it.get(0).environment().orElseThrow(),
                    it.stream().map(Chapter::interaction).toList()))
        .toList();
  }

  /** A line for each, but for a great many of them. */
  public static List<String> lines(Report report) {
    var faults = of(report);
    var lines = faults.stream().limit(TOLD).map(Unjudged::toString);
    return faults.size() > TOLD
        ? Stream.concat(
                lines, Stream.of("and %,d more in report.json".formatted(faults.size() - TOLD)))
            .toList()
        : lines.toList();
  }

  /** The fault without what tells one interaction from another. */
  private static String words(Environment fault, Interaction interaction) {
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
