package conformance.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run found out.
 *
 * @param contract what the target was held against
 * @param url base URL of the target
 * @param mode {@code live} or {@code fixture}
 * @param parameters values of the path parameters that were asked for
 * @param shard which part of the values that is, where several runs share them
 * @param strictness what fails the run besides broken must-rules
 * @param startedAt when the run began
 * @param duration how long it took
 * @param requests how many requests were sent, retries included
 * @param results a result for each interaction
 * @param knownProblems what is wrong with the entries of known deviations
 * @param ownTests what became of the tests of one's own, if any ran
 */
public record RunResult(
    Contract contract,
    URI url,
    String mode,
    Map<String, List<String>> parameters,
    Optional<Shard> shard,
    Strictness strictness,
    Instant startedAt,
    Duration duration,
    int requests,
    List<InteractionResult> results,
    List<String> knownProblems,
    Optional<OwnTests> ownTests) {

  public RunResult {
    parameters = Map.copyOf(parameters);
    results = List.copyOf(results);
    knownProblems = List.copyOf(knownProblems);
  }

  /** What a run found out before the tests of one's own. */
  public RunResult(
      Contract contract,
      URI url,
      String mode,
      Map<String, List<String>> parameters,
      Optional<Shard> shard,
      Strictness strictness,
      Instant startedAt,
      Duration duration,
      int requests,
      List<InteractionResult> results,
      List<String> knownProblems) {
    this(
        contract,
        url,
        mode,
        parameters,
        shard,
        strictness,
        startedAt,
        duration,
        requests,
        results,
        knownProblems,
        Optional.empty());
  }

  /**
   * The same with what became of the tests of one's own.
   *
   * @param sent how many requests were sent, theirs included
   */
  public RunResult with(OwnTests tests, int sent) {
    return new RunResult(
        contract,
        url,
        mode,
        parameters,
        shard,
        strictness,
        startedAt,
        duration,
        sent,
        results,
        knownProblems,
        Optional.of(tests));
  }

  /** Every finding, result after result. */
  public Stream<Finding> findings() {
    return results.stream().flatMap(result -> result.findings().stream());
  }

  /**
   * Whether a finding fails the run. What is not demonstrated does not while the environment keeps
   * anything from being judged: that one fault fails the run.
   */
  public boolean fails(Finding finding) {
    return finding.verdict() instanceof Verdict.Broken
            && (finding.rule().level() == Level.MUST || strictness.strict())
        || finding.verdict() instanceof Verdict.NotDemonstrated
            && strictness.strict()
            && !prevented();
  }

  private boolean prevented() {
    return results.stream().anyMatch(result -> result.environment().isPresent());
  }

  /** Whether the target answered with anything that could be judged. */
  public boolean demonstrated() {
    return results.stream().anyMatch(result -> result.exchange().isPresent() && result.items() > 0);
  }

  /** How often each documented value was seen, all interactions with the target together. */
  public Collection<Coverage> coverage() {
    var together = new LinkedHashMap<String, Coverage>();
    results.stream()
        .flatMap(result -> result.coverage().stream())
        .forEach(it -> together.merge(it.rule(), it, Coverage::plus));
    return together.values();
  }

  public Outcome outcome() {
    var failing =
        RuleResult.of(this).stream().map(RuleResult::mostSevere).filter(this::fails).toList();
    if (failing.stream().anyMatch(it -> it.verdict() instanceof Verdict.Broken)
        || ownTests.filter(it -> it.failed() > 0).isPresent()) {
      return Outcome.DEVIATES;
    }
    if (!knownProblems.isEmpty()) {
      return Outcome.ERROR;
    }
    if (prevented()) {
      return Outcome.ENVIRONMENT;
    }
    return !demonstrated() && !strictness.allowEmpty() || !failing.isEmpty()
        ? Outcome.UNDEMONSTRATED
        : Outcome.CONFORMS;
  }
}
