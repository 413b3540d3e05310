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
 * Holds the findings of a run against the entries of known deviations, and the entries against the
 * findings.
 *
 * @param entries the accepted deviations
 * @param today the day that decides which entries have expired
 */
public record KnownDeviations(List<KnownDeviation> entries, LocalDate today) {

  public KnownDeviations {
    entries = List.copyOf(entries);
  }

  /** The finding, as known if each of its places is covered by an entry that has not expired. */
  public Finding apply(Finding finding) {
    if (!(finding.verdict() instanceof Verdict.Broken)) {
      return finding;
    }
    var valid =
        entries.stream().filter(entry -> entry.concerns(finding) && !entry.expired(today)).toList();
    var places = finding.counts().deviations();
    var covered =
        places.stream().allMatch(place -> covering(valid, place).isPresent())
            // Of a great many places only the first were kept: the rest must be covered unseen.
            && (allKept(finding) || valid.stream().anyMatch(entry -> entry.location().isEmpty()));
    return covered
        ? new Finding(
            finding.interaction(),
            finding.counts(),
            covering(valid, places.get(0)).orElseThrow().verdict())
        : finding;
  }

  /** The entries that cover one of the finding's places, or may cover one that was not kept. */
  public List<KnownDeviation> needed(Finding finding) {
    var places = finding.counts().deviations();
    return places.isEmpty()
        ? List.of()
        : entries.stream()
            .filter(entry -> entry.concerns(finding))
            .filter(entry -> !allKept(finding) || places.stream().anyMatch(entry::covers))
            .toList();
  }

  private static boolean allKept(Finding finding) {
    return finding.counts().deviations().size() == finding.counts().deviating();
  }

  private static Optional<KnownDeviation> covering(List<KnownDeviation> entries, Deviation place) {
    return entries.stream().filter(entry -> entry.covers(place)).findFirst();
  }

  /**
   * What is wrong with the entries themselves: expired, no longer needed, or about no rule.
   *
   * @param needed the entries that were needed, whatever is left of the findings' places
   * @param whole whether the findings are all that there are, and not those of one shard
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
          // What an entry about everybody is needed for may be found by another shard.
          && (whole || !entry.parameters().isEmpty())
          && examined(entry, findings)) {
        problems.add("%s: fixed: remove it (%s)".formatted(entry, entry.ticket()));
      }
    }
    return problems;
  }

  /**
   * What the owner of an entry is told whose rule is another one now, or asks for less.
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
