package conformance.run;

import conformance.contract.Contract;
import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.http.Sender;
import conformance.known.KnownDeviation;
import conformance.known.KnownDeviations;
import conformance.report.Progress;
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
 * @param operations each operation of the contract, compiled
 * @param known the deviations that are accepted for a while
 * @param strictness what fails the run besides broken must-rules
 */
public record ConformanceRun(
    Contract contract,
    List<CompiledOperation> operations,
    KnownDeviations known,
    Strictness strictness) {

  public ConformanceRun {
    operations = List.copyOf(operations);
  }

  /** A run of {@code contract}, whose files are below {@code schemas}. */
  public static ConformanceRun of(
      Path schemas, Contract contract, KnownDeviations known, Strictness strictness) {
    return new ConformanceRun(contract, CompiledOperation.of(schemas, contract), known, strictness);
  }

  /**
   * Judges a target.
   *
   * @param lines is told a line before the first request, after each interaction, and every few
   *     seconds of a long body
   */
  public RunResult judge(RunRequest request, Consumer<String> lines) {
    return judge(request, new Sender(request.target()), lines);
  }

  /** The same by a sender that others use afterwards, at the same rate. */
  public RunResult judge(RunRequest request, Sender sender, Consumer<String> lines) {
    var startedAt = Instant.now();
    var progress = new Progress(lines);
    progress.line(RequestBudget.of(operations, request));
    var results = new ArrayList<InteractionResult>();
    var findings = new ArrayList<Finding>();
    var needed = ConcurrentHashMap.<KnownDeviation>newKeySet();
    var finished = finished(request, needed);
    var probes = new ArrayList<Supplier<List<InteractionResult>>>();
    for (var compiled : operations) {
      if (request.leads()) {
        compiled.documentedExample().map(finished).ifPresent(results::add);
      }
      var operation = new OperationRun(compiled, sender, request, progress, finished);
      var reads = operation.reads();
      // Also what is not told of a second read may show that a known deviation is gone.
      reads.stream()
          .flatMap(both -> both.stream().skip(1))
          .flatMap(second -> second.findings().stream())
          .filter(finding -> finding.counts().examined() > 0)
          .forEach(findings::add);
      results.addAll(operation.secondReads().told(reads));
      var first = reads.stream().map(both -> both.get(0)).toList();
      probes.add(() -> operation.probes(first));
    }
    // After all that is read, since a target may take what it is to refuse.
    probes.forEach(it -> results.addAll(it.get()));
    results.forEach(result -> findings.addAll(result.findings()));
    known.changes(contract.name(), ruleIds(), needed).forEach(progress::line);
    return new RunResult(
        contract,
        request.target().url(),
        request.mode(),
        request.parameters(),
        request.shard(),
        strictness,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        sender.requests(),
        results,
        known.problems(findings, needed, contract.name(), ruleIds(), request.shard().isEmpty()));
  }

  /**
   * What is done with a result before it is put aside: known deviations are told apart, personal
   * data hidden.
   *
   * @param needed is told which entries of known deviations are needed
   */
  private UnaryOperator<InteractionResult> finished(
      RunRequest request, Set<KnownDeviation> needed) {
    var personal = personal();
    return result -> {
      result.findings().forEach(finding -> needed.addAll(known.needed(finding)));
      var told = result.map(known::apply);
      return request.showPersonal() ? told : told.without(personal::inJson, personal::mask);
    };
  }

  /** What the contract calls personal data. */
  public PersonalData personal() {
    return operations.stream()
        .map(operation -> operation.body().personal())
        .reduce(new PersonalData(Set.of()), PersonalData::and);
  }

  private Set<String> ruleIds() {
    return operations.stream()
        .flatMap(operation -> operation.rules().stream())
        .map(Rule::id)
        .collect(Collectors.toSet());
  }
}
