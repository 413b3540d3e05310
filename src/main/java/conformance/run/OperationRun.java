package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.contract.Limits;
import conformance.http.Sender;
import conformance.report.Progress;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a run asks of one operation: the ordinary request for every combination of parameters, and
 * after those of all operations the probes.
 *
 * @param compiled what the responses are held to
 * @param request what the run is to judge
 * @param finished is applied to each result before it is put aside
 */
record OperationRun(
    CompiledOperation compiled,
    Sender sender,
    RunRequest request,
    Progress progress,
    UnaryOperator<InteractionResult> finished) {

  /** While some wait for the time of their second read, others are asked. */
  private static final int WAITING = 4;

  /** More are not told one by one. */
  private static final int FEW = 20;

  /** The results of the reads for each combination of parameters. */
  List<List<InteractionResult>> reads() {
    var combinations = request.combinations(compiled.operation());
    var limits = Limits.of(combinations.size());
    var few = combinations.size() <= FEW;
    var breaker = new CircuitBreaker();
    var many = progress.many(compiled.operation(), combinations.size());
    var runner = new ReadRunner(compiled, sender, request.rereadAfter(), progress);
    return ParallelMap.of(
        combinations,
        WAITING * sender.concurrency(),
        parameters -> {
          var results =
              breaker
                  .open()
                  .map(reason -> runner.skip(parameters, reason))
                  .orElseGet(() -> runner.read(parameters, breaker::note))
                  .stream()
                  .map(finished)
                  .map(result -> result.keeping(limits))
                  .toList();
          if (!few) {
            many.accept(results);
          }
          return results;
        },
        results -> {
          if (few) {
            progress.reads(secondReads().told(List.of(results)));
          }
        });
  }

  SecondReads secondReads() {
    return SecondReads.of(compiled.body().rulesOfReads());
  }

  /** Probes are sent once, for parameters that the target is known to respond to. */
  List<InteractionResult> probes(List<InteractionResult> first) {
    var parameters = first.get(0).interaction().parameters();
    var probed =
        first.stream()
            .filter(compiled::answered)
            .findFirst()
            .map(ordinary -> compiled.probes().run(sender, ordinary, request.probing()))
            .orElseGet(
                () -> compiled.probes().skip(parameters, request.probing(), unanswered(first)))
            .stream()
            .map(finished)
            .toList();
    if (!probed.isEmpty()) {
      progress.probes(compiled.operation(), probed);
    }
    return probed;
  }

  private static String unanswered(List<InteractionResult> first) {
    return first.stream()
        .flatMap(result -> result.environment().stream())
        .map(EnvironmentFault::reason)
        .findFirst()
        .orElse("not even an ordinary request was answered as documented");
  }
}
