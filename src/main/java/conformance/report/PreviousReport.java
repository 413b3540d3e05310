package conformance.report;

import conformance.contract.Excerpt;
import conformance.contract.Severity;
import conformance.contract.Since.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The {@code report.json} of an earlier run, as far as a later one is compared with it.
 *
 * @param rest all but the findings
 * @param parameters the values that were asked for
 * @param findings how the rules stood that were not kept
 */
public record PreviousReport(
    JsonNode rest, Map<String, Set<String>> parameters, Map<Key, State> findings) {

  /**
   * What is compared.
   *
   * @param rule its id without the name of the contract
   * @param parameters those of the request; none for what is asked once
   */
  record Key(String rule, Map<String, String> parameters) {}

  /** An id without the name of the contract, so that rules of two editions can be compared. */
  static String address(String rule) {
    return rule.substring(rule.indexOf('/') + 1);
  }

  /** How the rule stood, also if it was kept; empty if it was not asked for. */
  Optional<State> state(Key key) {
    return Optional.ofNullable(findings.get(key))
        .or(
            () ->
                asked(key.parameters()) && examined(key.rule()) > 0
                    ? Optional.of(new State(Severity.KEPT, 0, 0))
                    : Optional.empty());
  }

  private long examined(String rule) {
    return rest.at("/coverage/rules")
        .path(rest.path("contract").asString("") + "/" + rule)
        .asLong(0);
  }

  private boolean asked(Map<String, String> values) {
    return values.entrySet().stream()
        .allMatch(it -> parameters.getOrDefault(it.getKey(), Set.of()).contains(it.getValue()));
  }

  /** The addresses of all rules that were judged, or could not be. */
  Set<String> rules() {
    return rest.at("/coverage/rules").propertyNames().stream()
        .map(PreviousReport::address)
        .collect(Collectors.toSet());
  }

  String contract() {
    return text("/contract");
  }

  /** The text at a JSON Pointer, fit to be shown; empty if there is none. */
  String text(String pointer) {
    return shown(rest.at(pointer).asString(""));
  }

  static String shown(String text) {
    return Excerpt.withoutCommands(Excerpt.visible(Excerpt.cut(text)));
  }
}
