package conformance.known;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the file of known deviations.
 *
 * @param rule id of the rule that is broken
 * @param interaction the interaction that it covers; all when absent
 * @param parameters the values of path parameters that it covers; all when empty
 * @param location the places that it covers, with {@code *} for any one step; all when absent
 * @param reason why the deviation is accepted
 * @param ticket where its end is being worked on
 * @param owner who answers for it
 * @param expires the last day on which it is accepted
 */
public record KnownDeviation(
    String rule,
    Optional<String> interaction,
    Map<String, String> parameters,
    Optional<String> location,
    String reason,
    String ticket,
    String owner,
    LocalDate expires) {

  public KnownDeviation {
    parameters = Map.copyOf(parameters);
  }

  /** Whether the entry is about this rule in this interaction, wherever it may be broken. */
  boolean concerns(Finding finding) {
    return rule.equals(finding.rule().id())
        && interaction.filter(name -> !finding.interaction().isCalled(name)).isEmpty()
        && finding.interaction().parameters().entrySet().containsAll(parameters.entrySet());
  }

  boolean covers(Deviation deviation) {
    return location
        .map(pattern -> Pattern.quote(pattern).replace("*", "\\E[^/]*\\Q"))
        .filter(expression -> !deviation.location().matches(expression))
        .isEmpty();
  }

  /** The verdict on a finding that is covered. */
  Verdict verdict() {
    return new Verdict.Known(reason, ticket, owner, expires);
  }

  boolean expired(LocalDate today) {
    return today.isAfter(expires);
  }

  /** What the entry is about, as messages name it. */
  @Override
  public String toString() {
    return rule
        + location.map(" at "::concat).orElse("")
        + interaction.map(name -> " in \"" + name + "\"").orElse("")
        + (parameters.isEmpty() ? "" : " for " + parameters);
  }
}
