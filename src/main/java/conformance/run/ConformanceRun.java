package conformance.run;

import conformance.contract.Contract;
import conformance.contract.EnvironmentFault;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Limits;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.http.Sender;
import conformance.known.KnownDeviation;
import conformance.known.KnownDeviations;
import conformance.report.Progress;
import conformance.report.ReadProgress;
import conformance.schema.PersonalData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    Contract contract,
    List<CompiledOperation> judges,
    KnownDeviations known,
    Strictness strictness) {

  /** While some wait for the time of their second read, others are asked. */
  private static final int WAITING = 4;

  /** More are not told one by one. */
  private static final int FEW = 20;

  public ConformanceRun {
    judges = List.copyOf(judges);
  }

  /** A run of {@code contract}, whose files are below {@code schemas}. */
  public static ConformanceRun of(
      Path schemas, Contract contract, KnownDeviations known, Strictness strictness) {
    return new ConformanceRun(contract, CompiledOperation.of(schemas, contract), known, strictness);
  }

  /**
   * Judges a target.
   *
   * @param progress is told a line before the first request, after each interaction, and every few
   *     seconds of a long body
   */
  public RunResult judge(RunRequest assignment, Consumer<String> progress) {
    return judge(assignment, new Sender(assignment.target()), progress);
  }

  /** The same by a sender that others use afterwards, at the same rate. */
  public RunResult judge(RunRequest assignment, Sender sender, Consumer<String> progress) {
    var startedAt = Instant.now();
    progress.accept(RequestBudget.of(judges, assignment));
    known.changes(contract.name()).forEach(progress);
    var chapters = new ArrayList<InteractionResult>();
    var findings = new ArrayList<Finding>();
    var needed = ConcurrentHashMap.<KnownDeviation>newKeySet();
    var finished = finished(assignment, needed);
    var probes = new ArrayList<Supplier<List<InteractionResult>>>();
    for (var judge : judges) {
      if (assignment.leads()) {
        judge.documentedExample().map(finished).ifPresent(chapters::add);
      }
      var judged = reads(judge, sender, assignment, finished, progress);
      // Also what is not told of a second read may show that a known deviation is gone.
      judged.stream()
          .flatMap(it -> it.stream().skip(1))
          .flatMap(it -> it.findings().stream())
          .filter(it -> it.examined().examined() > 0)
          .forEach(findings::add);
      chapters.addAll(secondReads(judge).told(judged));
      var first = judged.stream().map(it -> it.get(0)).toList();
      probes.add(() -> probe(sender, judge, first, assignment.probing(), finished, progress));
    }
    // After all that is read, since a target may take what it is to refuse.
    probes.forEach(it -> chapters.addAll(it.get()));
    chapters.forEach(it -> findings.addAll(it.findings()));
    return report(assignment, startedAt, sender.requests(), chapters, findings, needed);
  }

  private static SecondReads secondReads(CompiledOperation judge) {
    return new SecondReads(Set.copyOf(judge.body().rulesOfReads()));
  }

  /** The chapters of each that is asked for. */
  private static List<List<InteractionResult>> reads(
      CompiledOperation judge,
      Sender sender,
      RunRequest assignment,
      UnaryOperator<InteractionResult> finished,
      Consumer<String> progress) {
    var asked = assignment.combinations(judge.operation());
    var room = Limits.of(asked.size());
    var few = asked.size() <= FEW;
    var patience = new CircuitBreaker();
    var headway = new ReadProgress(judge.operation(), asked.size(), progress);
    var reader = new ReadRunner(judge, sender, assignment.rereadAfter(), progress);
    return ParallelMap.of(
        asked,
        WAITING * assignment.target().concurrency(),
        values -> {
          var chapters =
              patience
                  .lost()
                  .map(reason -> reader.skip(values, reason))
                  .orElseGet(() -> reader.read(values, patience::note))
                  .stream()
                  .map(finished)
                  .map(it -> it.keeping(room))
                  .toList();
          if (!few) {
            headway.accept(chapters);
          }
          return chapters;
        },
        it -> {
          if (few) {
            progress.accept(Progress.ofReads(secondReads(judge).told(List.of(it))));
          }
        });
  }

  /**
   * What is done with a chapter before it is put aside: known deviations are told apart, personal
   * data hidden.
   *
   * @param needed is told which entries of known deviations are needed
   */
  private UnaryOperator<InteractionResult> finished(
      RunRequest assignment, Set<KnownDeviation> needed) {
    var personal = personal();
    return chapter -> {
      chapter.findings().forEach(it -> needed.addAll(known.needed(it)));
      var told = chapter.map(known::apply);
      return assignment.showPersonal() ? told : told.without(personal::inJson, personal::mask);
    };
  }

  /** What the contract calls personal data. */
  public PersonalData personal() {
    return judges.stream()
        .map(it -> it.body().personal())
        .reduce(new PersonalData(Set.of()), PersonalData::and);
  }

  /** Requests out of the ordinary are made once, to one that the target is known to answer. */
  private static List<InteractionResult> probe(
      Sender sender,
      CompiledOperation judge,
      List<InteractionResult> first,
      ProbePolicy probing,
      UnaryOperator<InteractionResult> finished,
      Consumer<String> progress) {
    var parameters = first.get(0).interaction().parameters();
    var probed =
        first.stream()
            .filter(judge::answered)
            .findFirst()
            .map(it -> judge.prober().probe(sender, it, probing))
            .orElseGet(() -> judge.prober().skip(parameters, probing, unanswered(first)))
            .stream()
            .map(finished)
            .toList();
    if (!probed.isEmpty()) {
      progress.accept(Progress.ofProbes(judge.operation(), probed));
    }
    return probed;
  }

  private static String unanswered(List<InteractionResult> first) {
    return first.stream()
        .flatMap(chapter -> chapter.environment().stream())
        .map(EnvironmentFault::reason)
        .findFirst()
        .orElse("not even an ordinary request was answered as documented");
  }

  private RunResult report(
      RunRequest assignment,
      Instant startedAt,
      int requests,
      List<InteractionResult> chapters,
      List<Finding> findings,
      Set<KnownDeviation> needed) {
    var rules =
        judges.stream()
            .flatMap(judge -> judge.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    return new RunResult(
        contract,
        assignment.target().url(),
        assignment.mode(),
        assignment.parameters(),
        assignment.shard(),
        strictness,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        requests,
        chapters,
        known.problems(findings, needed, contract.name(), rules, assignment.shard().isEmpty()));
  }
}
