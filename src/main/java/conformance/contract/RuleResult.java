package conformance.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All findings about one rule in one kind of interaction, whatever it was made for: what is one
 * test, however many agents there are.
 *
 * @param entries the mostSevere first, then as they were asked for
 */
public record RuleResult(List<Entry> entries) {
  /** More entries of known deviations on one rule nobody would fill in. */
  private static final int EACH = 10;

  private static final Comparator<Entry> MOST_SEVERE_FIRST =
      Comparator.comparing(Entry::severity)
          .thenComparing(it -> -it.finding().counts().deviating())
          .thenComparing(it -> it.result().environment().isPresent());

  /**
   * What became of the rule for one of those that were asked for.
   *
   * @param result the interaction that it belongs to
   */
  public record Entry(InteractionResult result, Finding finding) {
    public Severity severity() {
      return Severity.of(finding.verdict());
    }

    /** Whether there is a place to show. */
    boolean hasPlace() {
      return !finding.counts().deviations().isEmpty();
    }
  }

  public RuleResult {
    entries = entries.stream().sorted(MOST_SEVERE_FIRST).toList();
  }

  /** All findings of a run, in the order in which their kinds came. */
  public static List<RuleResult> of(RunResult report) {
    var groups = new LinkedHashMap<List<String>, List<Entry>>();
    for (var result : report.results()) {
      var operation = result.interaction().operation().toString();
      for (var finding : result.findings()) {
        var kind = List.of(operation, result.interaction().name(), finding.rule().id());
        groups.computeIfAbsent(kind, it -> new ArrayList<>()).add(new Entry(result, finding));
      }
    }
    return groups.values().stream().map(RuleResult::new).toList();
  }

  /** Those that are neither kept nor switched off, the mostSevere first. */
  public static Stream<RuleResult> told(List<RuleResult> all) {
    // Where no rule is kept, that is because of what is told elsewhere, once for all rules.
    var demonstrated =
        all.stream()
            .filter(it -> it.entries().get(0).severity() == Severity.KEPT)
            .map(it -> it.result().interaction().name())
            .collect(Collectors.toSet());
    return Stream.of("broken must", "broken should", "known", "not demonstrated")
        .flatMap(word -> all.stream().filter(it -> it.word().equals(word)))
        .filter(
            it ->
                !it.word().equals("not demonstrated")
                    || it.result().environment().isEmpty()
                        && demonstrated.contains(it.result().interaction().name()));
  }

  /** How often which verdict: {@code 3 broken, 997 kept of 1,000 values of agent_id}. */
  public String verdicts() {
    var counts = new TreeMap<Severity, Integer>();
    entries.forEach(it -> counts.merge(it.severity(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(it -> "%,d %s".formatted(it.getValue(), it.getKey()))
        .collect(Collectors.joining(", ", "", " of " + subject()));
  }

  /** Whether it is about more than one that was asked for. */
  public boolean several() {
    return entries.size() > 1;
  }

  /** The result of the mostSevere: its exchange and its command show the finding again. */
  public InteractionResult result() {
    return entries.get(0).result();
  }

  /** Which has the verdict of all. */
  Finding mostSevere() {
    return entries.get(0).finding();
  }

  /**
   * All of them as one finding: the mostSevere verdict on everything that was examined. Of several
   * its places are the first of each that deviates, and its interaction has no parameters.
   */
  public Finding finding() {
    var mostSevere = mostSevere();
    if (!several()) {
      return mostSevere;
    }
    var interaction = mostSevere.interaction();
    return new Finding(
        new Interaction(interaction.name(), interaction.operation(), Map.of()),
        new RuleCounts(
            mostSevere.rule(),
            entries.stream().mapToLong(it -> it.finding().counts().examined()).sum(),
            entries.stream().mapToLong(it -> it.finding().counts().deviating()).sum(),
            deviating().stream()
                .limit(RuleCounter.PLACES)
                .map(it -> it.finding().counts().deviations().get(0))
                .toList(),
            values()),
        mostSevere.verdict());
  }

  /** What an entry of known deviations would be about: each that is broken, or of many all. */
  public List<Finding> suggested() {
    var broken = entries.stream().filter(it -> it.severity() == Severity.BROKEN).toList();
    return broken.size() > EACH
        ? List.of(new RuleResult(broken).finding())
        : broken.stream().map(Entry::finding).toList();
  }

  /** Those that have a place to show. */
  public List<Entry> deviating() {
    return entries.stream().filter(Entry::hasPlace).toList();
  }

  /** Whether the values that are kept of each entry are all that it had, so that counts add up. */
  public boolean allValues() {
    return !several()
        || entries.stream()
            .map(it -> it.finding().counts())
            .allMatch(
                it -> it.values().values().stream().mapToLong(n -> n).sum() == it.deviating());
  }

  private Map<String, Long> values() {
    var counts = new LinkedHashMap<String, Long>();
    for (var entry : entries) {
      entry
          .finding()
          .counts()
          .values()
          .forEach((value, times) -> RuleCounter.count(counts, value, times));
    }
    return counts;
  }

  /** The verdict and, where it matters, the level; none if there is nothing to tell. */
  public String word() {
    var mostSevere = entries.get(0);
    return switch (mostSevere.severity()) {
      case BROKEN -> "broken " + mostSevere.finding().rule().level();
      case KNOWN, NOT_DEMONSTRATED -> mostSevere.severity().toString();
      case KEPT, NOT_APPLICABLE -> "";
    };
  }

  /** What it was asked for: {@code agent_id 3c90c3cc}, or {@code 1,000 values of agent_id}. */
  public String subject() {
    return Subjects.counted(entries.stream().map(it -> it.result().interaction()).toList());
  }

  /** How many of several deviate: {@code , for 2 of 1,000 values of agent_id}. */
  public String spread() {
    return several() ? ", for %,d of %s".formatted(deviating().size(), subject()) : "";
  }

  /** What the interaction was; of several how many deviate, and the first of them. */
  public String where() {
    var interactions = deviating().stream().map(it -> it.result().interaction()).toList();
    return several()
        ? "%s%s: %s"
            .formatted(result().interaction().name(), spread(), Subjects.values(interactions))
        : result().interaction().toString();
  }
}
