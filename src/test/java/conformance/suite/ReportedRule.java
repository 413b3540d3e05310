package conformance.suite;

import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import conformance.contract.Verdict;
import conformance.report.Messages;
import java.util.stream.Stream;

/**
 * Findings as a test: one rule of one kind of interaction.
 *
 * @param report the run that it belongs to
 * @param group what became of the rule for each that was asked for
 */
public record ReportedRule(RunResult report, RuleResult group) {

  /** A test for each rule of each kind of interaction. */
  public static Stream<ReportedRule> of(RunResult report) {
    return RuleResult.of(report).stream().map(group -> new ReportedRule(report, group));
  }

  /** The interaction that shows it. */
  public InteractionResult result() {
    return group.result();
  }

  /** The rule and its verdict. */
  public Finding finding() {
    return group.finding();
  }

  /** Whether the test fails. */
  public boolean fails() {
    return report.fails(finding());
  }

  /** Whether there is nothing to tell but that the rule is kept. */
  public boolean passes() {
    return finding().verdict() instanceof Verdict.Kept;
  }

  /** What is told in one line when the test does not pass. */
  public String line() {
    return Messages.firstLine(group);
  }

  /** All that is told when the test does not pass. */
  public String message() {
    return Messages.of(group);
  }

  /** What was promised, and in which kind of interaction. */
  @Override
  public String toString() {
    return Messages.promise(finding());
  }
}
