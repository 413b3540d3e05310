package conformance.run;

import conformance.contract.Credential;
import conformance.contract.EnvironmentFault;
import conformance.contract.Exchange;
import conformance.contract.Finding;
import conformance.contract.Interaction;
import conformance.contract.InteractionResult;
import conformance.contract.PreviousRead;
import conformance.contract.Request;
import conformance.contract.Rule;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.contract.Verdict;
import conformance.protocol.EnvironmentFaults;
import conformance.protocol.ResponseCheck;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes a chapter of what was found out: a verdict for each rule, or the reason why there is none.
 */
final class InteractionResults {
  private InteractionResults() {}

  static Request request(Interaction interaction) {
    var operation = interaction.operation();
    return new Request(
        operation.method(),
        operation.path(interaction.parameters()),
        operation.response().mediaType(),
        Credential.TOKEN);
  }

  /** What became of an exchange whose body has been examined into {@code tally}. */
  static InteractionResult of(
      Interaction interaction,
      Exchange exchange,
      long items,
      RuleCounter tally,
      List<ResponseCheck> checks,
      UnaryOperator<String> redaction) {
    var environment = EnvironmentFaults.environment(interaction, exchange);
    if (environment.isEmpty()) {
      checks.forEach(check -> check.examine(exchange, tally));
    }
    var examined = tally.results().stream().map(it -> it.map(redaction)).toList();
    return new InteractionResult(
        interaction,
        Optional.of(exchange),
        environment,
        items,
        tally.coverage(),
        findings(interaction, examined, unseen(interaction, environment, exchange, items)));
  }

  /**
   * What became of a second read.
   *
   * @param ofReads the rules on what changes from one read to the next
   */
  static InteractionResult ofSecondRead(
      InteractionResult first, InteractionResult second, List<Rule> ofReads) {
    var deviates = second.findings().stream().anyMatch(Finding::deviates);
    return new InteractionResult(
        second.interaction(),
        second.exchange(),
        first.exchange().filter(it -> deviates).map(it -> new PreviousRead(it, ofReads)),
        second.environment(),
        second.items(),
        List.of(), // What was seen is counted once.
        second.findings());
  }

  static InteractionResult ofExample(
      Interaction interaction, long items, List<RuleCounts> examined) {
    return new InteractionResult(
        interaction,
        Optional.empty(),
        Optional.empty(),
        items,
        List.of(),
        examined.stream().map(it -> new Finding(interaction, it, ofExample(it))).toList());
  }

  /** What an example leaves out, the target may still show: nobody need miss it. */
  private static Verdict ofExample(RuleCounts examined) {
    var reason = "the documentation's example does not put it to the test";
    var verdict = Verdict.of(examined, reason);
    return verdict instanceof Verdict.NotDemonstrated ? new Verdict.NotApplicable(reason) : verdict;
  }

  /** What became of a request that is out of the ordinary: what its answer put to the test. */
  static InteractionResult ofProbe(
      Interaction interaction,
      Exchange exchange,
      Optional<EnvironmentFault> environment,
      List<RuleCounts> examined) {
    var told =
        examined.stream().filter(it -> environment.isPresent() || it.examined() > 0).toList();
    return new InteractionResult(
        interaction,
        Optional.of(exchange),
        environment,
        0,
        List.of(),
        findings(interaction, told, environment.map(EnvironmentFault::reason).orElse("")));
  }

  /** An interaction that the settings switch off. */
  static InteractionResult ofSwitchedOff(Interaction interaction, String reason, List<Rule> rules) {
    return new InteractionResult(
        interaction,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        rules.stream()
            .map(
                rule ->
                    new Finding(
                        interaction, RuleCounts.none(rule), new Verdict.NotApplicable(reason)))
            .toList());
  }

  /** An interaction that did not take place, for a reason that lies in the environment. */
  static InteractionResult ofUnasked(
      Interaction interaction, EnvironmentFault reason, RuleCounter tally) {
    return new InteractionResult(
        interaction,
        Optional.empty(),
        Optional.of(reason),
        0,
        List.of(),
        findings(interaction, tally.results(), reason.reason()));
  }

  /** An interaction that did not take place. */
  static InteractionResult ofNothing(Interaction interaction, String reason, RuleCounter tally) {
    return new InteractionResult(
        interaction,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        findings(interaction, tally.results(), reason));
  }

  private static String unseen(
      Interaction interaction,
      Optional<EnvironmentFault> environment,
      Exchange exchange,
      long items) {
    if (environment.isPresent()) {
      return environment.get().reason();
    }
    var status = interaction.operation().response().status();
    if (exchange.head().filter(head -> head.status() == status).isEmpty()) {
      return "there was no answer with status " + status;
    }
    return items == 0
        ? "the body held nothing to judge"
        : "nothing in the response put it to the test";
  }

  private static List<Finding> findings(
      Interaction interaction, List<RuleCounts> examined, String whenUnseen) {
    return examined.stream()
        .map(it -> new Finding(interaction, it, Verdict.of(it, whenUnseen)))
        .toList();
  }
}
