package conformance.known;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the known deviations to the findings of a run, and checks the entries against them.
 *
 * @param today the date that decides which entries have expired
 */
public record KnownDeviations(List<KnownDeviation> entries, LocalDate today) {

  public KnownDeviations {
    entries = List.copyOf(entries);
  }

  /** The finding; its verdict is known if unexpired entries cover all of its deviations. */
  public Finding apply(Finding finding) {
    if (!(finding.verdict() instanceof Verdict.Broken)) {
      return finding;
    }
    var valid =
        entries.stream().filter(entry -> entry.concerns(finding) && !entry.expired(today)).toList();
    var deviations = finding.counts().deviations();
    var covered =
        deviations.stream().allMatch(deviation -> covering(valid, deviation).isPresent())
            // Only the first deviations are kept: an entry for any location must cover the rest.
            && (allKept(finding) || valid.stream().anyMatch(entry -> entry.location().isEmpty()));
    return covered
        ? new Finding(
            finding.interaction(),
            finding.counts(),
            covering(valid, deviations.get(0)).orElseThrow().verdict())
        : finding;
  }

  /** The entries that cover a deviation of the finding, or could cover one that was not kept. */
  public List<KnownDeviation> needed(Finding finding) {
    var deviations = finding.counts().deviations();
    return deviations.isEmpty()
        ? List.of()
        : entries.stream()
            .filter(entry -> entry.concerns(finding))
            .filter(entry -> !allKept(finding) || deviations.stream().anyMatch(entry::covers))
            .toList();
  }

  private static boolean allKept(Finding finding) {
    return finding.counts().deviations().size() == finding.counts().deviating();
  }

  private static Optional<KnownDeviation> covering(
      List<KnownDeviation> entries, Deviation deviation) {
    return entries.stream().filter(entry -> entry.covers(deviation)).findFirst();
  }

  /**
   * The problems with the entries themselves: expired, no longer needed, or with an unknown rule.
   *
   * @param needed the entries that were needed
   * @param whole whether {@code findings} are those of the whole run, not of one shard
   */
  public List<String> problems(
      Collection<Finding> findings,
      Set<KnownDeviation> needed,
      String contract,
      Set<String> rules,
      boolean whole) {
    var problems = new ArrayList<String>();
    for (var entry : of(contract)) {
      if (!rules.contains(entry.rule())) {
        problems.add("%s: the contract has no such rule".formatted(entry));
      } else if (entry.expired(today)) {
        problems.add(
            "%s: expired on %s (%s, owner %s): mend it or agree on a new date"
                .formatted(entry, entry.expires(), entry.ticket(), entry.owner()));
      } else if (!needed.contains(entry)
          // Another shard may need an entry that is not limited to parameter values.
          && (whole || !entry.parameters().isEmpty())
          && examined(entry, findings)) {
        problems.add("%s: fixed: remove it (%s)".formatted(entry, entry.ticket()));
      }
    }
    return problems;
  }

  /**
   * Notes on entries whose rule has been replaced or loosened.
   *
   * @param rules the ids of all rules of the contract
   * @param needed the entries that were needed
   */
  public List<String> changes(String contract, Set<String> rules, Set<KnownDeviation> needed) {
    return of(contract).stream()
        .flatMap(
            entry ->
                ChangedRules.of(entry.rule(), rules)
                    .filter(change -> change.levelToo() || !needed.contains(entry))
                    .map(change -> "known deviation %s: %s".formatted(entry, change.now()))
                    .stream())
        .toList();
  }

  private List<KnownDeviation> of(String contract) {
    return entries.stream().filter(entry -> entry.rule().startsWith(contract + "/")).toList();
  }

  private static boolean examined(KnownDeviation entry, Collection<Finding> findings) {
    var concerned = findings.stream().filter(entry::concerns).toList();
    return !concerned.isEmpty()
        && concerned.stream().allMatch(finding -> finding.counts().examined() > 0);
  }
}
