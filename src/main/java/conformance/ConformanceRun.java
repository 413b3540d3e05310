package conformance;

import conformance.contract.Contract;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.exchange.Sender;
import conformance.exchange.Target;
import conformance.known.KnownDeviations;
import conformance.report.Chapter;
import conformance.report.Report;
import conformance.report.Strictness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One run: every operation of a contract, for every value of its parameters, on one target.
 *
 * @param contract what the target is held against
 * @param judges one for each operation
 * @param known the deviations that are accepted for a while
 * @param strictness what fails the run besides broken must-rules
 */
public record ConformanceRun(
    Contract contract, List<Judge> judges, KnownDeviations known, Strictness strictness) {

  public ConformanceRun {
    judges = List.copyOf(judges);
  }

  /** A run of {@code contract}, whose files are below {@code schemas}. */
  public static ConformanceRun of(
      Path schemas, Contract contract, KnownDeviations known, Strictness strictness) {
    return new ConformanceRun(contract, Judge.of(schemas, contract), known, strictness);
  }

  /**
   * Judges the target.
   *
   * @param mode {@code live} or {@code fixture}
   * @param parameters values to ask for by path parameter; the documented example where absent
   * @param progress is told a line before the first request and after each interaction
   */
  public Report judge(
      Target target, String mode, Map<String, List<String>> parameters, Consumer<String> progress) {
    var startedAt = Instant.now();
    var sender = new Sender(target);
    var asked = judges.stream().map(judge -> combinations(judge.operation(), parameters)).toList();
    progress.accept(
        "%d requests to %s%s"
            .formatted(
                asked.stream().mapToInt(List::size).sum(),
                target.url(),
                target.rate().isPresent()
                    ? ", at most %s a second".formatted(target.rate().getAsDouble())
                    : ""));
    var chapters = new ArrayList<Chapter>();
    for (var i = 0; i < judges.size(); i++) {
      judges.get(i).documentedExample().ifPresent(chapters::add);
      for (var values : asked.get(i)) {
        var chapter = judges.get(i).judge(sender, values);
        progress.accept(line(chapter));
        chapters.add(chapter);
      }
    }
    return report(target, mode, parameters, startedAt, sender.requests(), chapters);
  }

  private Report report(
      Target target,
      String mode,
      Map<String, List<String>> parameters,
      Instant startedAt,
      int requests,
      List<Chapter> chapters) {
    var judged = chapters.stream().map(chapter -> chapter.map(known::apply)).toList();
    var findings = judged.stream().flatMap(chapter -> chapter.findings().stream()).toList();
    var rules =
        judges.stream()
            .flatMap(judge -> judge.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    return new Report(
        contract,
        target.url(),
        mode,
        parameters,
        strictness,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        requests,
        judged,
        known.problems(findings, contract.name(), rules));
  }

  private static String line(Chapter chapter) {
    var exchange = chapter.exchange().orElseThrow();
    return "%s: %s, %,d items in %,d bytes, %,d ms"
        .formatted(
            chapter.interaction(),
            exchange
                .head()
                .map(head -> "status " + head.status())
                .orElseGet(() -> exchange.failure().orElseThrow().reason()),
            chapter.items(),
            exchange.bytes(),
            exchange.took().toMillis());
  }

  /** Every way to choose one value for each path parameter of the operation. */
  private static List<Map<String, String>> combinations(
      Operation operation, Map<String, List<String>> values) {
    var combinations = List.<Map<String, String>>of(Map.of());
    for (var parameter : operation.parameters()) {
      combinations =
          combinations.stream()
              .flatMap(
                  chosen -> of(parameter, values).stream().map(v -> with(chosen, parameter, v)))
              .toList();
    }
    return combinations;
  }

  private static List<String> of(PathParameter parameter, Map<String, List<String>> values) {
    return Optional.ofNullable(values.get(parameter.name()))
        .orElseGet(() -> List.of(parameter.example()));
  }

  private static Map<String, String> with(
      Map<String, String> chosen, PathParameter parameter, String value) {
    var more = new LinkedHashMap<>(chosen);
    more.put(parameter.name(), value);
    return more;
  }
}
