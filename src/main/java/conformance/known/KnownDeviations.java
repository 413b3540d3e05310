package conformance.known;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.RuleResult.Entry;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Applies the known deviations to the findings of a run, and checks the entries against them.
 *
 * @param today the date that decides which entries have expired
 * @param allowMended whether an entry whose deviation is gone is a warning, and no problem
 * @param expiryWarning number of days before its expiry from which on an entry is a warning
 */
public record KnownDeviations(
    List<KnownDeviation> entries, LocalDate today, boolean allowMended, int expiryWarning) {

  /** With the default settings. */
  public KnownDeviations(List<KnownDeviation> entries, LocalDate today) {
    this(entries, today, false, 14);
  }

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
   * @param found the findings with their results; those of all second reads, too
   * @param whole whether {@code found} is that of the whole run, not of one shard
   */
  public List<String> problems(
      Collection<Entry> found,
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
      } else if (!allowMended && unneeded(entry, needed, whole) && demonstrated(entry, found)) {
        problems.add(mended(entry));
      }
    }
    return problems;
  }

  /**
   * What the team should know of the entries, though nothing fails: an expiry that is near, and
   * entries whose deviation did not show, for want of data or, if that is allowed, since it is
   * gone.
   */
  public List<String> warnings(
      Collection<Entry> found,
      Set<KnownDeviation> needed,
      String contract,
      Set<String> rules,
      boolean whole) {
    var warnings = new ArrayList<String>();
    for (var entry : of(contract)) {
      if (!rules.contains(entry.rule()) || entry.expired(today)) {
        continue;
      }
      var days = ChronoUnit.DAYS.between(today, entry.expires());
      if (days < expiryWarning) {
        warnings.add(
            "%s: expires on %s, %s (%s, owner %s): mend it or agree on a new date"
                .formatted(
                    entry,
                    entry.expires(),
                    days == 0 ? "today" : "in %d day%s".formatted(days, days == 1 ? "" : "s"),
                    entry.ticket(),
                    entry.owner()));
      }
      if (unneeded(entry, needed, whole) && !prevented(entry, found)) {
        if (!demonstrated(entry, found)) {
          concerned(entry, found).findAny().ifPresent(any -> warnings.add(notDemonstrated(entry)));
        } else if (allowMended) {
          warnings.add(mended(entry));
        }
      }
    }
    return warnings;
  }

  private static String mended(KnownDeviation entry) {
    return "%s: fixed: remove it (%s)".formatted(entry, entry.ticket());
  }

  private static String notDemonstrated(KnownDeviation entry) {
    return "%s: not demonstrated: no data came that could show whether it is fixed (%s)"
        .formatted(entry, entry.ticket());
  }

  private static boolean unneeded(KnownDeviation entry, Set<KnownDeviation> needed, boolean whole) {
    // Another shard may need an entry that is not limited to parameter values.
    return !needed.contains(entry) && (whole || !entry.parameters().isEmpty());
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

  private static Stream<Entry> concerned(KnownDeviation entry, Collection<Entry> found) {
    return found.stream().filter(it -> entry.concerns(it.finding()));
  }

  /** Whether an environment fault kept the target from showing it. */
  private static boolean prevented(KnownDeviation entry, Collection<Entry> found) {
    return concerned(entry, found).anyMatch(it -> it.result().environment().isPresent());
  }

  /** Whether data came that would have shown the deviation. */
  private static boolean demonstrated(KnownDeviation entry, Collection<Entry> found) {
    var concerned = concerned(entry, found).toList();
    return !concerned.isEmpty()
        && concerned.stream()
            .allMatch(
                it ->
                    it.finding().counts().examined() > 0
                        && entry.item().stream().allMatch(item -> item < it.result().items()));
  }
}
