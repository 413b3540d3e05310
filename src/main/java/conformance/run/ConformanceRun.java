package conformance.run;

import conformance.contract.Contract;
import conformance.contract.InteractionResult;
import conformance.contract.Rule;
import conformance.contract.RuleResult.Entry;
import conformance.contract.RunResult;
import conformance.contract.Strictness;
import conformance.http.Sender;
import conformance.known.EntryReview;
import conformance.known.KnownDeviation;
import conformance.known.KnownDeviations;
import conformance.report.Progress;
import conformance.schema.PersonalData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run: judges every operation of a contract on one target, for all parameter values.
 *
 * @param contract the contract that the target is judged by
 * @param operations the compiled operations of the contract
 * @param known the known deviations
 * @param strictness what fails the run in addition to broken must-rules
 */
public record ConformanceRun(
    Contract contract,
    List<CompiledOperation> operations,
    KnownDeviations known,
    Strictness strictness) {

  public ConformanceRun {
    operations = List.copyOf(operations);
  }

  /** A run of {@code contract}, with its files below {@code schemas}. */
  public static ConformanceRun of(
      Path schemas, Contract contract, KnownDeviations known, Strictness strictness) {
    return new ConformanceRun(contract, CompiledOperation.of(schemas, contract), known, strictness);
  }

  /**
   * Judges a target.
   *
   * @param lines receives a line before the first request, after each interaction, and every few
   *     seconds of a long body
   */
  public RunResult judge(RunRequest request, Consumer<String> lines) {
    return judge(request, new Sender(request.target()), lines);
  }

  /** The same with a sender that is used further afterwards, at the same rate. */
  public RunResult judge(RunRequest request, Sender sender, Consumer<String> lines) {
    var startedAt = Instant.now();
    var progress = new Progress(lines);
    progress.line(RequestBudget.of(operations, request));
    var build = ExpectedBuild.of(request, operations, sender);
    var absent = build.flatMap(it -> it.await(progress::line));
    var token = new AcceptedToken(sender, progress::line);
    var results = new ArrayList<InteractionResult>();
    var ordinary = new ArrayList<InteractionResult>();
    var found = new ArrayList<Entry>();
    var needed = ConcurrentHashMap.<KnownDeviation>newKeySet();
    var postProcess = postProcess(request, needed);
    var probes = new ArrayList<Supplier<List<InteractionResult>>>();
    for (var compiled : operations) {
      if (request.isFirst()) {
        compiled.documentedExample().map(postProcess).ifPresent(results::add);
      }
      var operation =
          new OperationRun(compiled, sender, token, request, progress, postProcess, absent);
      var reads = operation.reads();
      reads.forEach(ordinary::addAll);
      // A second read may show that a known deviation is gone, even where it is not reported.
      reads.stream()
          .flatMap(both -> both.stream().skip(1))
          .flatMap(ConformanceRun::entries)
          .filter(second -> second.finding().counts().examined() > 0)
          .forEach(found::add);
      results.addAll(operation.secondReads().reported(reads));
      probes.add(() -> operation.probes(reads));
    }
    // After all reads, since a target may carry out what it should refuse.
    probes.forEach(probe -> results.addAll(probe.get()));
    if (absent.isEmpty()) {
      var changed = build.flatMap(it -> it.changed(ordinary));
      changed.ifPresent(
          fault -> {
            results.replaceAll(result -> ExpectedBuild.withheld(result, fault));
            found.clear();
          });
    }
    results.stream().flatMap(ConformanceRun::entries).forEach(found::add);
    var review =
        new EntryReview(
            known, found, needed, contract.name(), ruleIds(), request.shard().isEmpty());
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
        review.problems(),
        review.warnings(),
        token.notices(),
        build.map(ExpectedBuild::judged),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Stream<Entry> entries(InteractionResult result) {
    return result.findings().stream().map(finding -> new Entry(result, finding));
  }

  /**
   * Applies known deviations to a result, and masks personal data in it.
   *
   * @param needed receives the entries of known deviations that are needed
   */
  private UnaryOperator<InteractionResult> postProcess(
      RunRequest request, Set<KnownDeviation> needed) {
    var personal = personal();
    return result -> {
      result.findings().forEach(finding -> needed.addAll(known.needed(finding)));
      var applied = result.map(known::apply);
      return request.showPersonal() ? applied : applied.mapTexts(personal::inJson, personal::mask);
    };
  }

  /** The personal data that the contract declares. */
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
