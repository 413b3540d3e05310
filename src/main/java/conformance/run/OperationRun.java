package conformance.run;

import conformance.contract.EnvironmentFault;
import conformance.contract.InteractionResult;
import conformance.contract.Limits;
import conformance.http.Sender;
import conformance.report.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The requests of a run to one operation: the ordinary request for every combination of parameters,
 * and probes once all operations have been read.
 *
 * @param token sends the ordinary requests
 * @param postProcess is applied to each result
 * @param prevented why nothing is sent at all, if so
 */
record OperationRun(
    CompiledOperation compiled,
    Sender sender,
    AcceptedToken token,
    RunRequest request,
    Progress progress,
    UnaryOperator<InteractionResult> postProcess,
    Optional<EnvironmentFault> prevented) {

  /** Threads per concurrent request, since most of them wait before their second read. */
  private static final int THREADS_PER_REQUEST = 4;

  /** Up to this number of combinations, progress is reported for each. */
  private static final int MAX_REPORTED = 20;

  List<List<InteractionResult>> reads() {
    var combinations = request.combinations(compiled.operation());
    var limits = Limits.of(combinations.size());
    var reportsEach = combinations.size() <= MAX_REPORTED;
    var breaker = new CircuitBreaker();
    var summary = progress.many(compiled.operation(), combinations.size());
    var runner = new ReadRunner(compiled, sender, token, request.rereadAfter(), progress);
    return ParallelMap.of(
        combinations,
        THREADS_PER_REQUEST * sender.concurrency(),
        parameters -> {
          var results =
              prevented
                  .or(breaker::open)
                  .or(token::ended)
                  .map(reason -> runner.skip(parameters, reason))
                  .orElseGet(() -> runner.read(parameters, breaker::note))
                  .stream()
                  .map(postProcess)
                  .map(result -> result.keeping(limits))
                  .toList();
          if (!reportsEach) {
            summary.accept(results);
          }
          return results;
        },
        results -> {
          if (reportsEach) {
            progress.reads(secondReads().reported(List.of(results)));
          }
        });
  }

  SecondReads secondReads() {
    return SecondReads.of(compiled.body().rulesOfReads());
  }

  /** Sends the probes once, with parameters for which the target is known to respond. */
  List<InteractionResult> probes(List<List<InteractionResult>> reads) {
    var before = sender.requests();
    var parameters = reads.get(0).get(0).interaction().parameters();
    var other = request.other(compiled.operation());
    var probed =
        reads.stream()
            .filter(any -> token.ended().isEmpty())
            .map(both -> both.stream().filter(read -> read.exchange().isPresent()).toList())
            .filter(sent -> !sent.isEmpty())
            .filter(sent -> sent.stream().allMatch(compiled::respondedAsDocumented))
            .map(sent -> sent.get(sent.size() - 1))
            .findFirst()
            .map(
                ordinary ->
                    compiled.probes().run(sender, token, ordinary, request.probing(), other))
            .orElseGet(
                () ->
                    compiled.probes().skip(parameters, request.probing(), other, skipReason(reads)))
            .stream()
            .map(postProcess)
            .toList();
    if (!probed.isEmpty()) {
      progress.probes(compiled.operation(), probed, sender.requests() - before);
    }
    return probed;
  }

  private static String skipReason(List<List<InteractionResult>> reads) {
    return reads.stream()
        .flatMap(List::stream)
        .flatMap(result -> result.environment().stream())
        .map(EnvironmentFault::reason)
        .findFirst()
        .orElse("an ordinary request was not answered as documented");
  }
}
