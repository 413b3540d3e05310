package conformance.run;

import conformance.contract.ExpectedHeader;
import conformance.contract.Operation;
import conformance.contract.PathParameter;
import conformance.contract.Shard;
import conformance.http.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run is to judge.
 *
 * @param target where the API is, and how requests to it are sent
 * @param mode {@code live} or {@code fixture}
 * @param parameters values by path parameter; the documented example where absent
 * @param others values of another owner, whose token the target has as well; none if there is none
 * @param shard the part of the values, where several runs share them
 * @param rereadAfter time between the two reads that rules compare
 * @param probing which probes are sent
 * @param expectedHeader which build of the target is to be judged
 * @param showPersonal whether personal data is shown unmasked
 */
public record RunRequest(
    Target target,
    String mode,
    Map<String, List<String>> parameters,
    Map<String, String> others,
    Optional<Shard> shard,
    Duration rereadAfter,
    ProbePolicy probing,
    Optional<ExpectedHeader> expectedHeader,
    boolean showPersonal) {

  /** A run on all values, with personal data masked. */
  public RunRequest(
      Target target,
      String mode,
      Map<String, List<String>> parameters,
      Duration rereadAfter,
      ProbePolicy probing) {
    this(
        target,
        mode,
        parameters,
        Map.of(),
        Optional.empty(),
        rereadAfter,
        probing,
        Optional.empty(),
        false);
  }

  /** Whether what does not depend on the agents, such as the documented example, is judged. */
  boolean isFirst() {
    return shard.map(Shard::isFirst).orElse(true);
  }

  public RunRequest {
    parameters = Map.copyOf(parameters);
    others = Map.copyOf(others);
  }

  /** The values of the other owner for an operation; none if not all are known. */
  Map<String, String> other(Operation operation) {
    var names = operation.parameters().stream().map(PathParameter::name).toList();
    return target.tokens().other().isPresent() && others.keySet().containsAll(names)
        ? names.stream().collect(Collectors.toMap(name -> name, others::get))
        : Map.of();
  }

  /** Every combination of values of the path parameters. */
  List<Map<String, String>> combinations(Operation operation) {
    var combinations = List.<Map<String, String>>of(Map.of());
    for (var parameter : operation.parameters()) {
      combinations =
          combinations.stream()
              .flatMap(
                  chosen -> values(parameter).stream().map(value -> with(chosen, parameter, value)))
              .toList();
    }
    return combinations;
  }

  private List<String> values(PathParameter parameter) {
    return parameters.getOrDefault(parameter.name(), List.of(parameter.example()));
  }

  private static Map<String, String> with(
      Map<String, String> chosen, PathParameter parameter, String value) {
    var more = new LinkedHashMap<>(chosen);
    more.put(parameter.name(), value);
    return more;
  }
}
