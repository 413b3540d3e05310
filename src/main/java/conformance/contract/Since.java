package conformance.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What has changed since an earlier run.
 *
 * @param startedAt when that began, as its report says
 * @param outcome how that ended
 * @param differences what else differs between the two runs, in words
 * @param changes a change for each rule and combination of parameters, by kind
 */
public record Since(
    String startedAt, String outcome, List<String> differences, List<Change> changes) {

  public Since {
    differences = List.copyOf(differences);
    changes = List.copyOf(changes);
  }

  /** What became of a rule. */
  public enum Kind {
    /** Broken, and was not. */
    NEW,
    /** Broken in more places, and in a larger part of what was examined. */
    WORSE,
    /** Broken in fewer places, and in a smaller part of what was examined. */
    BETTER,
    /** Kept, and was broken. */
    FIXED,
    /** Nothing is known about it, and something was. */
    NO_LONGER_DEMONSTRATED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * How a rule stood in one run.
   *
   * @param examined values examined where it is broken
   * @param deviating those that do not meet it
   */
  public record State(Severity severity, long examined, long deviating) {

    /** Both together: the more severe verdict, and the sum of the counts. */
    public State plus(State other) {
      return new State(
          severity.compareTo(other.severity) < 0 ? severity : other.severity,
          examined + other.examined,
          deviating + other.deviating);
    }

    /** What the rule has become, if there is anything to tell. */
    public Optional<Kind> since(State before) {
      if (deviating > 0 && before.deviating > 0) {
        return worseThan(before)
            ? Optional.of(Kind.WORSE)
            : before.worseThan(this) ? Optional.of(Kind.BETTER) : Optional.empty();
      }
      if (deviating > 0) {
        return Optional.of(Kind.NEW);
      }
      if (severity == Severity.KEPT) {
        return before.deviating > 0 ? Optional.of(Kind.FIXED) : Optional.empty();
      }
      var wasKept = severity == Severity.NOT_DEMONSTRATED && before.severity == Severity.KEPT;
      return before.deviating > 0 || wasKept
          ? Optional.of(Kind.NO_LONGER_DEMONSTRATED)
          : Optional.empty();
    }

    /** A list that grows is not worse by that alone, nor better. */
    private boolean worseThan(State other) {
      return deviating > other.deviating && deviating * other.all() > other.deviating * all();
    }

    /** A body that breaks off may show deviations before what was examined is counted. */
    private long all() {
      return Math.max(examined, deviating);
    }
  }

  /**
   * A change.
   *
   * @param parameters those of the request; none for probes, which are sent once
   * @param cause why nothing is known any more, other than for lack of data
   */
  public record Change(
      Kind kind,
      Rule rule,
      Map<String, String> parameters,
      State before,
      State now,
      Optional<String> cause) {}

  /** Whether the rule is broken for anyone for whom it was not. */
  public boolean isNew(Rule rule) {
    return changes.stream()
        .anyMatch(change -> change.kind() == Kind.NEW && change.rule().equals(rule));
  }
}
