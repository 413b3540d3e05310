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
 * @param run the result of the run
 * @param ruleResult the findings about the rule, one for each agent
 */
public record ReportedRule(RunResult run, RuleResult ruleResult) {

  /**
   * A test for each rule on the target. Of the documentation's own example only what deviates is a
   * test, and so it never counts as passed: Allure's share of passed tests is the target's.
   */
  public static Stream<ReportedRule> of(RunResult run) {
    return RuleResult.of(run).stream()
        .filter(rule -> rule.finding().ofTarget() || !rule.deviating().isEmpty())
        .map(ruleResult -> new ReportedRule(run, ruleResult));
  }

  /** The interaction result that represents the findings. */
  public InteractionResult result() {
    return ruleResult.result();
  }

  public Finding finding() {
    return ruleResult.finding();
  }

  public boolean fails() {
    return run.fails(finding());
  }

  /** Whether the rule is kept. */
  public boolean passes() {
    return finding().verdict() instanceof Verdict.Kept;
  }

  /** The message of a test that does not pass, in one line. */
  public String line() {
    return Messages.firstLine(ruleResult);
  }

  /** The whole message of a test that does not pass. */
  public String message() {
    return Messages.of(ruleResult);
  }

  @Override
  public String toString() {
    return Messages.promise(finding());
  }
}
