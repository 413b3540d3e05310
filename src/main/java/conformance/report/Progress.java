package conformance.report;

import conformance.contract.Exchange;
import conformance.contract.InteractionResult;
import conformance.contract.Operation;
import java.time.Duration;
import java.util.List;

/** The lines that the console shows while a run is going on. */
public final class Progress {
  private Progress() {}

  /** What became of reading from one agent, or whatever else the parameters name. */
  public static String ofReads(List<InteractionResult> chapters) {
    var first = chapters.get(0);
    var result =
        chapters.stream()
            .flatMap(chapter -> chapter.environment().stream())
            .findFirst()
            .map(fault -> "not judged, " + fault.reason())
            .orElseGet(
                () -> "%s; %s".formatted(Messages.count(first.items(), "item"), totals(chapters)));
    return "%s: %s%s".formatted(first.interaction(), result, exchanges(chapters));
  }

  /** What became of the requests to an operation that are out of the ordinary. */
  public static String ofProbes(Operation operation, List<InteractionResult> chapters) {
    return "%s, out of the ordinary: %s%s"
        .formatted(operation.name(), totals(chapters), exchanges(chapters));
  }

  private static Totals totals(List<InteractionResult> chapters) {
    return Totals.of(chapters.stream().flatMap(it -> it.findings().stream()));
  }

  private static String exchanges(List<InteractionResult> chapters) {
    var exchanges =
        chapters.stream().flatMap(chapter -> chapter.exchange().stream()).distinct().toList();
    var took = exchanges.stream().map(Exchange::took).reduce(Duration.ZERO, Duration::plus);
    return " (%s in %,d ms)"
        .formatted(Messages.count(exchanges.size(), "request"), took.toMillis());
  }
}
