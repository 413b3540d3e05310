package conformance.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The result of one interaction.
 *
 * @param exchange the request and its response; none for a documented example
 * @param previous the first read, for a second one that deviates
 * @param environment why the target could not be judged, if it could not
 * @param items number of items, or values, in the body
 * @param coverage how often each documented property and value was seen
 * @param findings one for each rule
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

  /** The given findings, and the exchange that they are about, if any. */
  public static InteractionResult of(
      Interaction interaction, Optional<Exchange> exchange, List<Finding> findings) {
    return new InteractionResult(
        interaction, exchange, Optional.empty(), Optional.empty(), 0, List.of(), findings);
  }

  /**
   * The result of a response, or of a documented example.
   *
   * @param items number of items, or values, in the body
   * @param verdict derives the verdict on a rule from its counts
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

  /** The result of an interaction that an environment fault kept from being judged. */
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

  /** The result of one or more requests that were not sent. */
  public static InteractionResult notSent(
      Interaction interaction, List<Rule> rules, Verdict verdict) {
    return of(interaction, Optional.empty(), 0, new RuleCounter(rules), counts -> verdict);
  }

  /**
   * The same as the result of a second read: without coverage, which the first read has counted,
   * and with the first read if this one deviates.
   *
   * @param ofReads the rules that compare the two
   */
  public InteractionResult comparedWith(InteractionResult first, List<Rule> ofReads) {
    var deviates = findings.stream().anyMatch(Finding::deviates);
    var read = first.exchange.filter(any -> deviates).map(it -> new PreviousRead(it, ofReads));
    return with(read, List.of(), findings);
  }

  /** The same without coverage. */
  public InteractionResult withoutCoverage() {
    return with(previous, List.of(), findings);
  }

  /** The same with {@code body} applied to bodies, and {@code counts} to the counts of findings. */
  public InteractionResult mapTexts(UnaryOperator<String> body, UnaryOperator<RuleCounts> counts) {
    return new InteractionResult(
        interaction,
        exchange.map(it -> it.withBeginning(body)),
        previous.map(
            first -> new PreviousRead(first.exchange().withBeginning(body), first.rules())),
        environment,
        items,
        coverage,
        findings.stream()
            .map(
                finding ->
                    new Finding(
                        finding.interaction(), counts.apply(finding.counts()), finding.verdict()))
            .toList());
  }

  /** The same, reduced to {@code limits}. */
  public InteractionResult keeping(Limits limits) {
    return mapTexts(
        body -> body.substring(0, Math.min(body.length(), limits.characters())),
        counts -> counts.keeping(limits.places()));
  }

  /** The first read, if the rule compares the second with it. */
  public Optional<Exchange> previous(Rule rule) {
    return previous.filter(it -> it.rules().contains(rule)).map(PreviousRead::exchange);
  }

  /** The same with the findings that match {@code filter} only. */
  public InteractionResult only(Predicate<Finding> filter) {
    return with(previous, coverage, findings.stream().filter(filter).toList());
  }

  /** The same with {@code edit} applied to every finding. */
  public InteractionResult map(UnaryOperator<Finding> edit) {
    return with(previous, coverage, findings.stream().map(edit).toList());
  }

  private InteractionResult with(
      Optional<PreviousRead> read, List<Coverage> seen, List<Finding> changed) {
    return new InteractionResult(interaction, exchange, read, environment, items, seen, changed);
  }
}
