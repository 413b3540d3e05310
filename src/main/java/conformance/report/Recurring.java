package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Level;
import conformance.contract.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same verdict on the same rule in the same kind of interaction, told once for all parameters.
 *
 * @param first the first of its findings
 * @param times how many of them there are
 */
record Recurring(Finding first, int times) {

  /** All findings that are neither kept nor switched off, the gravest first. */
  static List<Recurring> of(Report report) {
    return Stream.of("broken must", "broken should", "known", "not demonstrated")
        .flatMap(word -> of(report, word))
        .toList();
  }

  private static Stream<Recurring> of(Report report, String word) {
    var found = new LinkedHashMap<List<String>, Recurring>();
    report.chapters().stream()
        .filter(chapter -> !word.equals("not demonstrated") || demonstrated(chapter))
        .flatMap(chapter -> chapter.findings().stream())
        .filter(finding -> word(finding).equals(word))
        .forEach(
            it ->
                found.merge(
                    List.of(it.rule().id(), it.interaction().name()),
                    new Recurring(it, 1),
                    (one, more) -> new Recurring(one.first, one.times + more.times)));
    return found.values().stream();
  }

  /** Where no rule is kept, that is because of what is told elsewhere, once for all rules. */
  private static boolean demonstrated(Chapter chapter) {
    return chapter.findings().stream().anyMatch(it -> it.verdict() instanceof Verdict.Kept);
  }

  /** The verdict and, where it matters, the level. */
  String word() {
    return word(first);
  }

  private static String word(Finding finding) {
    var verdict = finding.verdict();
    if (verdict instanceof Verdict.Broken) {
      return finding.rule().level() == Level.MUST ? "broken must" : "broken should";
    }
    if (verdict instanceof Verdict.NotDemonstrated) {
      return "not demonstrated";
    }
    return verdict instanceof Verdict.Known ? "known" : "";
  }

  /** The first interaction, and how many more there are. */
  String where() {
    return more(first.interaction().toString());
  }

  /** What the interactions were made for: the first agent, and how many more there are. */
  String subject() {
    return more(first.interaction().subject());
  }

  private String more(String one) {
    return times == 1 ? one : "%s, and %,d more".formatted(one, times - 1);
  }
}
