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
 * The result of a run.
 *
 * @param url base URL of the target
 * @param mode {@code live} or {@code fixture}
 * @param parameters values of the path parameters
 * @param shard the part of the values, where several runs share them
 * @param strictness what fails the run in addition to broken must-rules
 * @param startedAt when the run began
 * @param requests number of requests sent, retries included
 * @param results a result for each interaction
 * @param knownProblems what is wrong with the entries of known deviations
 * @param knownWarnings what the team should know of these entries, though nothing fails
 * @param notices what happened during the run and is no fault: a token that was replaced
 * @param build which build of the target was judged, if a certain one was expected
 * @param ownTests the results of the team's own tests, if any ran
 * @param since what has changed since an earlier run, if one is known
 * @param requestLink where the target's logs of a request are found, if that is known
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
    List<String> knownWarnings,
    List<String> notices,
    Optional<JudgedBuild> build,
    Optional<OwnTests> ownTests,
    Optional<Since> since,
    Optional<RequestLink> requestLink) {

  /** The result of a run that expects no certain build. */
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
      List<String> knownProblems,
      List<String> knownWarnings,
      List<String> notices,
      Optional<OwnTests> ownTests,
      Optional<Since> since,
      Optional<RequestLink> requestLink) {
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
        knownWarnings,
        notices,
        Optional.empty(),
        ownTests,
        since,
        requestLink);
  }

  public RunResult {
    parameters = Map.copyOf(parameters);
    results = List.copyOf(results);
    knownProblems = List.copyOf(knownProblems);
    knownWarnings = List.copyOf(knownWarnings);
    notices = List.copyOf(notices);
  }

  /**
   * The same with the results of the team's own tests.
   *
   * @param sent number of requests sent, including theirs
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
        knownWarnings,
        notices,
        build,
        Optional.of(tests),
        since,
        requestLink);
  }

  /** The same, compared with an earlier run, and with links to the target's logs. */
  public RunResult with(Optional<Since> changes, Optional<RequestLink> link) {
    return new RunResult(
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
        knownWarnings,
        notices,
        build,
        ownTests,
        changes,
        link);
  }

  public Stream<Finding> findings() {
    return results.stream().flatMap(result -> result.findings().stream());
  }

  /**
   * Whether a finding fails the run. Even if strict, a rule that is not demonstrated does not if
   * there is an environment fault, which fails the run by itself.
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

  /** Whether the target responded with anything that could be judged. */
  public boolean demonstrated() {
    return results.stream().anyMatch(result -> result.exchange().isPresent() && result.items() > 0);
  }

  /** How often each documented property and value was seen in all interactions. */
  public Collection<Coverage> coverage() {
    var total = new LinkedHashMap<String, Coverage>();
    results.stream()
        .flatMap(result -> result.coverage().stream())
        .forEach(coverage -> total.merge(coverage.rule(), coverage, Coverage::plus));
    return total.values();
  }

  public Outcome outcome() {
    var failing = failing();
    if (broken(failing) || ownTests.filter(tests -> tests.failed() > 0).isPresent()) {
      return Outcome.DEVIATES;
    }
    if (!knownProblems.isEmpty()) {
      return Outcome.OUTDATED;
    }
    if (prevented()) {
      return Outcome.ENVIRONMENT;
    }
    return !demonstrated() && !strictness.allowEmpty() || !failing.isEmpty()
        ? Outcome.UNDEMONSTRATED
        : Outcome.CONFORMS;
  }

  /** How the run ended, in words: {@code deviates}, or {@code deviates in tests of your own}. */
  public String headline() {
    return outcome() == Outcome.DEVIATES && !broken(failing())
        ? outcome() + " in tests of your own"
        : outcome().toString();
  }

  /** Whether the build is green though an environment fault kept the target from being judged. */
  public boolean unjudgedButAllowed() {
    return outcome() == Outcome.ENVIRONMENT && strictness.allowEnvironment();
  }

  private List<Finding> failing() {
    return RuleResult.of(this).stream().map(RuleResult::mostSevere).filter(this::fails).toList();
  }

  private static boolean broken(List<Finding> failing) {
    return failing.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Broken);
  }
}
