package conformance.known;

import conformance.contract.RuleResult.Entry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks the entries of known deviations against what a run has found.
 *
 * @param found the findings with their results; those of all second reads, too
 * @param needed the entries that were needed
 * @param contract name of the contract
 * @param rules the ids of its rules
 * @param whole whether {@code found} is that of the whole run, not of one shard
 */
public record EntryReview(
    KnownDeviations known,
    Collection<Entry> found,
    Set<KnownDeviation> needed,
    String contract,
    Set<String> rules,
    boolean whole) {

  /** What is wrong with the entries: expired, no longer needed, or with an unknown rule. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    for (var entry : known.of(contract)) {
      if (!rules.contains(entry.rule())) {
        problems.add("%s: the contract has no such rule".formatted(entry));
      } else if (entry.expired(known.today())) {
        problems.add("%s: expired on %s (%s".formatted(entry, entry.expires(), whose(entry)));
      } else if (!known.allowMended() && unneeded(entry) && demonstrated(entry)) {
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
  public List<String> warnings() {
    return known.of(contract).stream()
        .filter(entry -> rules.contains(entry.rule()) && !entry.expired(known.today()))
        .flatMap(entry -> Stream.concat(expiry(entry).stream(), gone(entry).stream()))
        .toList();
  }

  private Optional<String> expiry(KnownDeviation entry) {
    var days = ChronoUnit.DAYS.between(known.today(), entry.expires());
    var when = days == 0 ? "today" : "in %d day%s".formatted(days, days == 1 ? "" : "s");
    var isMended = unneeded(entry) && demonstrated(entry);
    return days < known.expiryWarning() && !isMended
        ? Optional.of(
            "%s: expires on %s, %s (%s".formatted(entry, entry.expires(), when, whose(entry)))
        : Optional.empty();
  }

  private Optional<String> gone(KnownDeviation entry) {
    if (!unneeded(entry)
        || concerned(entry).isEmpty()
        || concerned(entry).stream().anyMatch(it -> it.result().environment().isPresent())) {
      return Optional.empty();
    }
    if (demonstrated(entry)) {
      return known.allowMended() ? Optional.of(mended(entry)) : Optional.empty();
    }
    return Optional.of(
        "%s: not demonstrated: no data came that could show whether it is fixed (%s)"
            .formatted(entry, entry.ticket()));
  }

  private static String whose(KnownDeviation entry) {
    return "%s, owner %s): mend it or agree on a new date".formatted(entry.ticket(), entry.owner());
  }

  private static String mended(KnownDeviation entry) {
    return "%s: fixed: remove it (%s)".formatted(entry, entry.ticket());
  }

  private boolean unneeded(KnownDeviation entry) {
    // Another shard may need an entry that is not limited to parameter values.
    return !needed.contains(entry) && (whole || !entry.parameters().isEmpty());
  }

  private List<Entry> concerned(KnownDeviation entry) {
    return found.stream().filter(it -> entry.concerns(it.finding())).toList();
  }

  /** Whether data came that would have shown the deviation. */
  private boolean demonstrated(KnownDeviation entry) {
    var concerned = concerned(entry);
    return !concerned.isEmpty()
        && concerned.stream()
            .allMatch(
                it ->
                    it.finding().counts().examined() > 0
                        && entry.item().stream().allMatch(item -> item < it.result().items()));
  }
}
