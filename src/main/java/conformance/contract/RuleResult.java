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
 * All findings about one rule in one kind of interaction, for whichever agents: one test.
 *
 * @param entries the most severe first, then in the order of the requests
 */
public record RuleResult(List<Entry> entries) {
  /** Above this number, a single known-deviation entry is suggested for all. */
  private static final int MAX_SUGGESTED = 10;

  private static final Comparator<Entry> MOST_SEVERE_FIRST =
      Comparator.comparing(Entry::severity)
          .thenComparing(entry -> -entry.finding().counts().deviating())
          .thenComparing(entry -> entry.result().environment().isPresent());

  /**
   * The finding for one of the agents.
   *
   * @param result the result that the finding belongs to
   */
  public record Entry(InteractionResult result, Finding finding) {
    public Severity severity() {
      return Severity.of(finding.verdict());
    }

    /** Whether there is a deviation to show. */
    boolean hasDeviation() {
      return !finding.counts().deviations().isEmpty();
    }
  }

  public RuleResult {
    entries = entries.stream().sorted(MOST_SEVERE_FIRST).toList();
  }

  /** The findings of a run, grouped by operation, interaction and rule, in order of appearance. */
  public static List<RuleResult> of(RunResult run) {
    var groups = new LinkedHashMap<List<String>, List<Entry>>();
    for (var result : run.results()) {
      var operation = result.interaction().operation().toString();
      for (var finding : result.findings()) {
        var kind = List.of(operation, result.interaction().name(), finding.rule().id());
        groups.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Entry(result, finding));
      }
    }
    return groups.values().stream().map(RuleResult::new).toList();
  }

  /** The results to report, which are neither kept nor not applicable, the most severe first. */
  public static Stream<RuleResult> reportable(List<RuleResult> all) {
    // If an interaction keeps no rule, the one reason is reported elsewhere.
    var demonstrated =
        all.stream()
            .filter(rule -> rule.entries().get(0).severity() == Severity.KEPT)
            .map(rule -> rule.result().interaction().name())
            .collect(Collectors.toSet());
    return Stream.of("broken", "advice", "known", "not demonstrated")
        .flatMap(word -> all.stream().filter(rule -> rule.verdict().equals(word)))
        .filter(
            rule ->
                !rule.verdict().equals("not demonstrated")
                    || rule.result().environment().isEmpty()
                        && demonstrated.contains(rule.result().interaction().name()));
  }

  /** The number of each verdict: {@code 3 broken, 997 kept of 1,000 values of agent_id}. */
  public String verdicts() {
    var counts = new TreeMap<Severity, Integer>();
    entries.forEach(entry -> counts.merge(entry.severity(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
        .collect(Collectors.joining(", ", "", " of " + parameters()));
  }

  /** Whether there is more than one finding. */
  public boolean several() {
    return entries.size() > 1;
  }

  /** The result with the most severe finding, which its exchange and command reproduce. */
  public InteractionResult result() {
    return entries.get(0).result();
  }

  /** The finding whose verdict is that of all. */
  Finding mostSevere() {
    return entries.get(0).finding();
  }

  /**
   * All findings as one: the most severe verdict, and the sum of the counts. If there are several,
   * its deviations are the first of each, and its interaction has no parameters.
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
            entries.stream().mapToLong(entry -> entry.finding().counts().examined()).sum(),
            entries.stream().mapToLong(entry -> entry.finding().counts().deviating()).sum(),
            deviating().stream()
                .limit(RuleCounter.PLACES)
                .map(entry -> entry.finding().counts().deviations().get(0))
                .toList(),
            values()),
        mostSevere.verdict());
  }

  /** The findings to suggest as known deviations: each broken one, or one for many. */
  public List<Finding> suggested() {
    var broken = entries.stream().filter(entry -> entry.severity() == Severity.BROKEN).toList();
    return broken.size() > MAX_SUGGESTED
        ? List.of(new RuleResult(broken).finding())
        : broken.stream().map(Entry::finding).toList();
  }

  /** The entries with a deviation to show. */
  public List<Entry> deviating() {
    return entries.stream().filter(Entry::hasDeviation).toList();
  }

  /** Whether all deviating values of each finding are kept, so that their counts add up. */
  public boolean allValues() {
    return !several()
        || entries.stream()
            .map(entry -> entry.finding().counts())
            .allMatch(
                counts ->
                    counts.values().values().stream().mapToLong(n -> n).sum()
                        == counts.deviating());
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

  /** The verdict, in which a broken should is advice; empty if there is nothing to report. */
  public String verdict() {
    var mostSevere = entries.get(0);
    return switch (mostSevere.severity()) {
      case BROKEN -> mostSevere.finding().rule().level() == Level.MUST ? "broken" : "advice";
      case KNOWN, NOT_DEMONSTRATED -> mostSevere.severity().toString();
      case KEPT, NOT_APPLICABLE -> "";
    };
  }

  /** The parameters: {@code agent_id 3c90c3cc}, or {@code 1,000 values of agent_id}. */
  public String parameters() {
    return Parameters.counted(entries.stream().map(entry -> entry.result().interaction()).toList());
  }

  /** The names of the parameters: {@code agent_id}. */
  public String names() {
    return Parameters.parameters(result().interaction());
  }

  /** {@code , for 2 of 1,000 values of agent_id}; empty for a single finding. */
  public String spread() {
    return several() ? ", for %,d of %s".formatted(deviating().size(), parameters()) : "";
  }

  /** The interaction; if there are several, how many deviate, and the first of them. */
  public String where() {
    var interactions = deviating().stream().map(entry -> entry.result().interaction()).toList();
    return several()
        ? "%s%s: %s"
            .formatted(result().interaction().name(), spread(), Parameters.values(interactions))
        : result().interaction().toString();
  }
}
