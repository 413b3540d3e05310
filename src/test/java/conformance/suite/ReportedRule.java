package conformance.suite;

import conformance.contract.Finding;
import conformance.contract.InteractionResult;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import conformance.contract.Verdict;
import conformance.report.Messages;
import java.util.stream.Stream;

/**
 * The test of one rule in one kind of interaction.
 *
 * @param report the result of the run
 * @param group the findings about the rule, one for each agent
 */
public record ReportedRule(RunResult report, RuleResult group) {

  public static Stream<ReportedRule> of(RunResult report) {
    return RuleResult.of(report).stream().map(group -> new ReportedRule(report, group));
  }

  /** The interaction that represents the group. */
  public InteractionResult result() {
    return group.result();
  }

  public Finding finding() {
    return group.finding();
  }

  public boolean fails() {
    return report.fails(finding());
  }

  /** Whether the rule is kept. */
  public boolean passes() {
    return finding().verdict() instanceof Verdict.Kept;
  }

  /** The message of a test that does not pass, in one line. */
  public String line() {
    return Messages.firstLine(group);
  }

  /** The whole message of a test that does not pass. */
  public String message() {
    return Messages.of(group);
  }

  @Override
  public String toString() {
    return Messages.promise(finding());
  }
}
