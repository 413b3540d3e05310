package conformance.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import conformance.contract.Since;
import conformance.contract.Since.Change;
import conformance.contract.Since.Kind;
import conformance.contract.Since.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has changed since an earlier run, in words: one line for a rule, however many agents. */
public final class SinceLines {
  private static final int NAMED = 3;
  private static final Pattern FRACTION = Pattern.compile("\\.[0-9]+");

  private SinceLines() {}

  /**
   * What is told in one line.
   *
   * @param subject id of the rule, or the cause that several rules share
   * @param parameters names of the parameters
   */
  private record Group(Kind kind, String subject, Set<String> parameters) {
    static Group of(Change change) {
      return new Group(
          change.kind(), change.cause().orElse(change.rule().id()), change.parameters().keySet());
    }
  }

  /** {@code since the run of 2026-11-30T05:17:00Z, which conforms: 1 new, 2 fixed}. */
  public static String title(Since since) {
    return "since the run of %s (%s): %s"
        .formatted(
            FRACTION.matcher(since.startedAt()).replaceFirst(""), since.outcome(), totals(since));
  }

  /** How many rules have changed, by kind. */
  static Map<Kind, Integer> counts(Since since) {
    var counts = new LinkedHashMap<Kind, Integer>();
    since.changes().stream()
        .map(change -> new Group(change.kind(), change.rule().id(), Set.of()))
        .distinct()
        .forEach(rule -> counts.merge(rule.kind(), 1, Integer::sum));
    return counts;
  }

  private static String totals(Since since) {
    return since.changes().isEmpty()
        ? "nothing has changed"
        : counts(since).entrySet().stream()
            .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
            .collect(Collectors.joining(", "));
  }

  /** What else differs, then a line for each rule that has changed. */
  public static List<String> lines(Since since) {
    return Stream.concat(
            since.differences().stream().map("differs: "::concat),
            groups(since).values().stream().map(SinceLines::line))
        .toList();
  }

  private static Map<Group, List<Change>> groups(Since since) {
    return since.changes().stream().collect(groupingBy(Group::of, LinkedHashMap::new, toList()));
  }

  /** {@code worse: kind is a or b, for 2 values of owner: 5 of 9, then 2 of 9: o1, o2}. */
  private static String line(List<Change> changes) {
    var first = changes.get(0);
    var before = changes.stream().map(Change::before).reduce(State::plus).orElseThrow();
    var now = changes.stream().map(Change::now).reduce(State::plus).orElseThrow();
    var rules = changes.stream().map(change -> change.rule().id()).distinct().count();
    return "%s: %s%s: %s"
        .formatted(
            first.kind(),
            rules > 1 ? Messages.count(rules, "rule") : first.rule().promise(),
            parameters(changes),
            first.cause().orElseGet(() -> was(before, now)));
  }

  private static String was(State before, State now) {
    var then = before.deviating() > 0 ? frequency(before) : before.severity().toString();
    return now.deviating() > 0 ? "%s, %s then".formatted(frequency(now), then) : then + " then";
  }

  private static String frequency(State state) {
    return "broken in %,d of %,d".formatted(state.deviating(), state.examined());
  }

  private static String parameters(List<Change> changes) {
    var names = String.join(", ", changes.get(0).parameters().keySet());
    if (names.isEmpty()) {
      return "";
    }
    var values =
        changes.stream()
            .map(change -> String.join(" ", change.parameters().values()))
            .distinct()
            .toList();
    var first = values.stream().limit(NAMED).collect(Collectors.joining(", "));
    return values.size() > NAMED
        ? ", for %,d values of %s (%s and others)".formatted(values.size(), names, first)
        : ", for %s %s".formatted(names, first);
  }
}
