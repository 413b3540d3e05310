package conformance.known;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the known deviations to the findings of a run.
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

  /** The entries about rules of a contract. */
  List<KnownDeviation> of(String contract) {
    return entries.stream().filter(entry -> entry.rule().startsWith(contract + "/")).toList();
  }
}
