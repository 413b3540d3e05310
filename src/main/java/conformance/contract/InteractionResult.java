package conformance.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All that became of one interaction.
 *
 * @param interaction which request, or documented example
 * @param exchange the request and its response; none for a documented example
 * @param before the first read, where a second one deviates
 * @param environment why the target could not be judged, if it could not
 * @param items how many items, or values, the body held
 * @param coverage how often each documented value was seen
 * @param findings a finding for each rule
 */
public record InteractionResult(
    Interaction interaction,
    Optional<Exchange> exchange,
    Optional<PreviousRead> before,
    Optional<EnvironmentFault> environment,
    long items,
    List<Coverage> coverage,
    List<Finding> findings) {

  public InteractionResult {
    coverage = List.copyOf(coverage);
    findings = List.copyOf(findings);
  }

  /** What became of an interaction that is judged by itself. */
  public InteractionResult(
      Interaction interaction,
      Optional<Exchange> exchange,
      Optional<EnvironmentFault> environment,
      long items,
      List<Coverage> coverage,
      List<Finding> findings) {
    this(interaction, exchange, Optional.empty(), environment, items, coverage, findings);
  }

  /** The same with the body passed through {@code body}, and what was found through the other. */
  public InteractionResult without(UnaryOperator<String> body, UnaryOperator<RuleCounts> found) {
    return new InteractionResult(
        interaction,
        exchange.map(it -> it.withBeginning(body)),
        before.map(it -> new PreviousRead(it.exchange().withBeginning(body), it.rules())),
        environment,
        items,
        coverage,
        findings.stream()
            .map(it -> new Finding(it.interaction(), found.apply(it.examined()), it.verdict()))
            .toList());
  }

  /** The same with what there is room for. */
  public InteractionResult keeping(Limits room) {
    return without(
        body -> body.substring(0, Math.min(body.length(), room.characters())),
        examined -> examined.keeping(room.places()));
  }

  /** The first read, if the rule compares the second with it. */
  public Optional<Exchange> before(Rule rule) {
    return before.filter(it -> it.rules().contains(rule)).map(PreviousRead::exchange);
  }

  /** The same with those findings only. */
  public InteractionResult only(Predicate<Finding> told) {
    return with(findings.stream().filter(told).toList());
  }

  /** The same with every finding passed through {@code edit}. */
  public InteractionResult map(UnaryOperator<Finding> edit) {
    return with(findings.stream().map(edit).toList());
  }

  private InteractionResult with(List<Finding> others) {
    return new InteractionResult(
        interaction, exchange, before, environment, items, coverage, others);
  }
}
