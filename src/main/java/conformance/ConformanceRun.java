package conformance;

import conformance.contract.Contract;
import conformance.contract.Environment;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Rule;
import conformance.exchange.Sender;
import conformance.known.KnownDeviations;
import conformance.report.Chapter;
import conformance.report.Progress;
import conformance.report.Report;
import conformance.report.Strictness;
import conformance.schema.PersonalData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** While some wait for the time of their second read, others are asked. */
  private static final int WAITING = 4;

  public ConformanceRun {
    judges = List.copyOf(judges);
  }

  /** A run of {@code contract}, whose files are below {@code schemas}. */
  public static ConformanceRun of(
      Path schemas, Contract contract, KnownDeviations known, Strictness strictness) {
    return new ConformanceRun(contract, Judge.of(schemas, contract), known, strictness);
  }

  /**
   * Judges a target.
   *
   * @param progress is told a line before the first request, after each interaction, and every few
   *     seconds of a long body
   */
  public Report judge(Assignment assignment, Consumer<String> progress) {
    var startedAt = Instant.now();
    var sender = new Sender(assignment.target());
    progress.accept(budget(assignment));
    var chapters = new ArrayList<Chapter>();
    for (var judge : judges) {
      judge.documentedExample().map(this::known).ifPresent(chapters::add);
      var judged =
          Overlap.of(
              combinations(judge.operation(), assignment.parameters()),
              WAITING * assignment.target().concurrency(),
              values ->
                  judge.judge(sender, values, assignment.rereadAfter(), progress).stream()
                      .map(this::known)
                      .toList(),
              it -> progress.accept(Progress.ofReads(it)));
      judged.forEach(chapters::addAll);
      var first = judged.stream().map(it -> it.get(0)).toList();
      var probed =
          probe(sender, judge, first, assignment.probing()).stream().map(this::known).toList();
      if (!probed.isEmpty()) {
        progress.accept(Progress.ofProbes(judge.operation(), probed));
      }
      chapters.addAll(probed);
    }
    return report(assignment, startedAt, sender.requests(), chapters);
  }

  /** Requests out of the ordinary are made once, to one that the target is known to answer. */
  private static List<Chapter> probe(
      Sender sender, Judge judge, List<Chapter> first, Probing probing) {
    var parameters = first.get(0).interaction().parameters();
    return first.stream()
        .filter(judge::answered)
        .findFirst()
        .map(it -> judge.prober().probe(sender, it.interaction().parameters(), probing))
        .orElseGet(() -> judge.prober().skip(parameters, probing, unanswered(first)));
  }

  private static String unanswered(List<Chapter> first) {
    return first.stream()
        .flatMap(chapter -> chapter.environment().stream())
        .map(Environment::reason)
        .findFirst()
        .orElse("not even an ordinary request was answered as documented");
  }

  /** How many requests will be sent, if none must be sent again. */
  private String budget(Assignment assignment) {
    var requests = judges.stream().mapToInt(judge -> requests(judge, assignment)).sum();
    var rate = assignment.target().rate();
    return "%d requests to %s%s%s"
        .formatted(
            requests,
            assignment.mode().equals("fixture") ? "the embedded fixture, " : "",
            assignment.target().url(),
            rate.isPresent() ? ", at most %s a second".formatted(rate.getAsDouble()) : "");
  }

  private static int requests(Judge judge, Assignment assignment) {
    var combinations = combinations(judge.operation(), assignment.parameters());
    return judge.requests() * combinations.size()
        + judge.prober().requests(combinations.get(0), assignment.probing());
  }

  private Chapter known(Chapter chapter) {
    return chapter.map(known::apply);
  }

  private Report report(
      Assignment assignment, Instant startedAt, int requests, List<Chapter> chapters) {
    var findings = chapters.stream().flatMap(chapter -> chapter.findings().stream()).toList();
    var rules =
        judges.stream()
            .flatMap(judge -> judge.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    return new Report(
        contract,
        assignment.target().url(),
        assignment.mode(),
        assignment.parameters(),
        strictness,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        requests,
        assignment.showPersonal() ? chapters : masked(chapters),
        known.problems(findings, contract.name(), rules));
  }

  private List<Chapter> masked(List<Chapter> chapters) {
    var personal =
        judges.stream()
            .map(it -> it.body().personal())
            .reduce(new PersonalData(Set.of()), PersonalData::and);
    return chapters.stream().map(it -> it.without(personal::inJson, personal::mask)).toList();
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
