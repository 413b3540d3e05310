package conformance.known;

import conformance.contract.Deviation;
import conformance.contract.Finding;
import conformance.contract.Verdict;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * An entry in the file of known deviations.
 *
 * @param rule the id of the broken rule
 * @param interaction the name of the interaction that it covers; all if empty
 * @param parameters the path parameter values that it covers; all if empty
 * @param location the locations that it covers, with {@code *} for any one segment; all if empty
 * @param reason why the deviation is accepted
 * @param ticket the ticket for the fix
 * @param owner who is responsible
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

  /** Whether rule, interaction and parameters match, at any location. */
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

  /** The index of the item that it is about; empty if its location names no single one. */
  OptionalLong item() {
    return location
        .filter(pattern -> pattern.matches("/[0-9]{1,9}(/.*)?"))
        .map(pattern -> OptionalLong.of(Long.parseLong(pattern.split("/")[1])))
        .orElse(OptionalLong.empty());
  }

  Verdict verdict() {
    return new Verdict.Known(reason, ticket, owner, expires);
  }

  boolean expired(LocalDate today) {
    return today.isAfter(expires);
  }

  @Override
  public String toString() {
    return rule
        + location.map(" at "::concat).orElse("")
        + interaction.map(name -> " in \"" + name + "\"").orElse("")
        + (parameters.isEmpty() ? "" : " for " + parameters);
  }
}
