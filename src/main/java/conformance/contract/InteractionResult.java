package conformance.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All that became of one interaction.
 *
 * @param interaction which request, or documented example
 * @param exchange the request and its response; none for a documented example
 * @param previous the first read, where a second one deviates
 * @param environment why the target could not be judged, if it could not
 * @param items how many items, or values, the body held
 * @param coverage how often each documented value was seen
 * @param findings a finding for each rule
 */
public record InteractionResult(
    Interaction interaction,
    Optional<Exchange> exchange,
    Optional<PreviousRead> previous,
    Optional<EnvironmentFault> environment,
    long items,
    List<Coverage> coverage,
    List<Finding> findings) {

  public InteractionResult {
    coverage = List.copyOf(coverage);
    findings = List.copyOf(findings);
  }

  /** Findings that an exchange leads to, if they are about one. */
  public static InteractionResult of(
      Interaction interaction, Optional<Exchange> exchange, List<Finding> findings) {
    return new InteractionResult(
        interaction, exchange, Optional.empty(), Optional.empty(), 0, List.of(), findings);
  }

  /**
   * What a response, or a documented example, shows of each rule.
   *
   * @param items how many items, or values, the body held
   * @param verdict what the counts of a rule lead to
   */
  public static InteractionResult of(
      Interaction interaction,
      Optional<Exchange> exchange,
      long items,
      RuleCounter counter,
      Function<RuleCounts, Verdict> verdict) {
    return new InteractionResult(
        interaction,
        exchange,
        Optional.empty(),
        Optional.empty(),
        items,
        counter.coverage(),
        findings(interaction, counter, verdict));
  }

  /** What is left to tell where the environment kept the target from being judged. */
  public static InteractionResult prevented(
      Interaction interaction,
      Optional<Exchange> exchange,
      EnvironmentFault fault,
      RuleCounter counter) {
    return new InteractionResult(
        interaction,
        exchange,
        Optional.empty(),
        Optional.of(fault),
        0,
        counter.coverage(),
        findings(interaction, counter, counts -> Verdict.of(counts, fault.reason())));
  }

  private static List<Finding> findings(
      Interaction interaction, RuleCounter counter, Function<RuleCounts, Verdict> verdict) {
    return counter.results().stream()
        .map(counts -> new Finding(interaction, counts, verdict.apply(counts)))
        .toList();
  }

  /** A request that was not sent, or what several that were not sent would have shown. */
  public static InteractionResult notSent(
      Interaction interaction, List<Rule> rules, Verdict verdict) {
    return of(interaction, Optional.empty(), 0, new RuleCounter(rules), counts -> verdict);
  }

  /**
   * The same as a second read: where it deviates, the first is shown beside it, and what was seen
   * is counted once.
   *
   * @param ofReads the rules that compare the two
   */
  public InteractionResult comparedWith(InteractionResult first, List<Rule> ofReads) {
    var deviates = findings.stream().anyMatch(Finding::deviates);
    return new InteractionResult(
        interaction,
        exchange,
        first.exchange.filter(any -> deviates).map(it -> new PreviousRead(it, ofReads)),
        environment,
        items,
        List.of(),
        findings);
  }

  /** The same without what was seen of the documented values. */
  public InteractionResult withoutCoverage() {
    return new InteractionResult(
        interaction, exchange, previous, environment, items, List.of(), findings);
  }

  /** The same with the body passed through {@code body}, and what was found through the other. */
  public InteractionResult without(UnaryOperator<String> body, UnaryOperator<RuleCounts> found) {
    return new InteractionResult(
        interaction,
        exchange.map(it -> it.withBeginning(body)),
        previous.map(it -> new PreviousRead(it.exchange().withBeginning(body), it.rules())),
        environment,
        items,
        coverage,
        findings.stream()
            .map(it -> new Finding(it.interaction(), found.apply(it.counts()), it.verdict()))
            .toList());
  }

  /** The same with what there is room for. */
  public InteractionResult keeping(Limits room) {
    return without(
        body -> body.substring(0, Math.min(body.length(), room.characters())),
        examined -> examined.keeping(room.places()));
  }

  /** The first read, if the rule compares the second with it. */
  public Optional<Exchange> previous(Rule rule) {
    return previous.filter(it -> it.rules().contains(rule)).map(PreviousRead::exchange);
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
        interaction, exchange, previous, environment, items, coverage, others);
  }
}
