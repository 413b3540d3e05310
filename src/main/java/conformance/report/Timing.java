package conformance.report;

import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.RunResult;
import conformance.contract.Subjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long it took to ask for each of several: from the request to the end of the body, all reads
 * together.
 *
 * @param operation what was asked
 * @param parameter what it was asked for
 * @param median half of them took no longer
 * @param slowest those that took longest, the longest first
 */
public record Timing(String operation, String parameter, Duration median, List<Took> slowest) {
  private static final int SLOWEST = 3;

  /** The time that one of them took. */
  public record Took(Interaction interaction, Duration time) {}

  public Timing {
    slowest = List.copyOf(slowest);
  }

  /** A timing for each operation that was asked for several. */
  public static List<Timing> of(RunResult report) {
    return report.chapters().stream()
        .filter(it -> it.exchange().isPresent())
        .collect(
            Collectors.groupingBy(
                it -> List.of(it.interaction().operation().name(), it.interaction().name()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        // Probes are sent for one only.
        .filter(
            kind -> kind.stream().map(it -> it.interaction().parameters()).distinct().count() > 1)
        .flatMap(List::stream)
        .collect(
            Collectors.groupingBy(
                it -> it.interaction().operation(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Timing::ofOperation)
        .toList();
  }

  private static Timing ofOperation(List<InteractionResult> reads) {
    var times = new LinkedHashMap<Map<String, String>, Took>();
    for (var read : reads) {
      var took = new Took(read.interaction(), read.exchange().orElseThrow().took());
      times.merge(
          read.interaction().parameters(),
          took,
          (one, more) -> new Took(one.interaction(), one.time().plus(more.time())));
    }
    var sorted = new ArrayList<>(times.values());
    sorted.sort(Comparator.comparing(Took::time).reversed());
    var any = sorted.get(0).interaction();
    return new Timing(
        any.operation().name(),
        Subjects.parameters(any),
        sorted.get(sorted.size() / 2).time(),
        sorted.subList(0, Math.min(SLOWEST, sorted.size())));
  }

  /** What it is about: {@code time for each agent_id}. */
  public String title() {
    return "time for each " + parameter;
  }

  /** {@code median 14 ms; slowest 210 ms (3c90c3cc), 99 ms (4d01d4dd)}. */
  @Override
  public String toString() {
    return "median %,d ms; slowest %s"
        .formatted(
            median.toMillis(),
            slowest.stream()
                .map(
                    it ->
                        "%,d ms (%s)"
                            .formatted(it.time().toMillis(), Subjects.value(it.interaction())))
                .collect(Collectors.joining(", ")));
  }
}
