package conformance.report;

import conformance.contract.Interaction;
import conformance.contract.Operation;
import conformance.contract.Parameters;
import conformance.contract.RunResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long an operation took for each of several parameter values: from the request to the end of
 * the body, added up over all reads.
 *
 * @param operation the name of the operation
 * @param parameter the names of its parameters
 * @param slowest the slowest first
 */
public record Timing(String operation, String parameter, Duration median, List<Took> slowest) {
  private static final int SLOWEST = 3;

  /** The time for one combination of parameters. */
  public record Took(Interaction interaction, Duration time) {
    private Took plus(Took other) {
      return new Took(interaction, time.plus(other.time));
    }

    @Override
    public String toString() {
      return "%,d ms (%s)".formatted(time.toMillis(), Parameters.value(interaction));
    }
  }

  public Timing {
    slowest = List.copyOf(slowest);
  }

  /** One timing for each operation with several parameter values, without its probes. */
  public static List<Timing> of(RunResult run) {
    var operations = new LinkedHashMap<Operation, Map<Map<String, String>, Took>>();
    for (var result : run.results()) {
      var read = result.interaction();
      if (read.isRead() && result.exchange().isPresent()) {
        operations
            .computeIfAbsent(read.operation(), operation -> new LinkedHashMap<>())
            .merge(read.parameters(), new Took(read, result.exchange().get().took()), Took::plus);
      }
    }
    return operations.values().stream()
        .filter(times -> times.size() > 1)
        .map(times -> of(times.values()))
        .toList();
  }

  private static Timing of(Collection<Took> times) {
    var sorted = times.stream().sorted(Comparator.comparing(Took::time).reversed()).toList();
    var any = sorted.get(0).interaction();
    return new Timing(
        any.operation().name(),
        Parameters.parameters(any),
        sorted.get(sorted.size() / 2).time(),
        sorted.subList(0, Math.min(SLOWEST, sorted.size())));
  }

  /** {@code time for each agent_id}. */
  public String title() {
    return "time for each " + parameter;
  }

  /** {@code median 14 ms; slowest 210 ms (3c90c3cc), 99 ms (4d01d4dd)}. */
  @Override
  public String toString() {
    var longest = slowest.stream().map(Took::toString).collect(Collectors.joining(", "));
    return "median %,d ms; slowest %s".formatted(median.toMillis(), longest);
  }
}
