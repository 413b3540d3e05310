package conformance.report;

import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding as a test: one rule of one interaction.
 *
 * @param report the run that it belongs to
 * @param chapter the interaction that it belongs to
 * @param finding the rule and its verdict
 */
public record TestCase(Report report, Chapter chapter, Finding finding) {

  /** A test for each rule of each interaction. */
  public static Stream<TestCase> of(Report report) {
    return report.chapters().stream()
        .flatMap(
            chapter ->
                chapter.findings().stream().map(finding -> new TestCase(report, chapter, finding)));
  }

  /** Whether the test fails. */
  public boolean fails() {
    return report.fails(finding);
  }

  /** Whether there is nothing to tell but that the rule is kept. */
  public boolean passes() {
    return finding.verdict() instanceof Verdict.Kept;
  }

  /** What is told in one line when the test does not pass. */
  public String line() {
    return Messages.firstLine(finding);
  }

  /** All that is told when the test does not pass. */
  public String message() {
    return Messages.of(chapter, finding);
  }

  /** What was promised, and where there are several interactions in which of them. */
  @Override
  public String toString() {
    var parameters =
        chapter.interaction().parameters().entrySet().stream()
            .filter(it -> report.parameters().get(it.getKey()).size() > 1)
            .map(it -> ", " + it.getKey() + " " + it.getValue())
            .collect(Collectors.joining());
    return Messages.promise(finding) + parameters;
  }
}
