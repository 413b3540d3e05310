package conformance;

import conformance.exchange.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run is to judge.
 *
 * @param target where the API is, and how it may be asked
 * @param mode {@code live} or {@code fixture}
 * @param parameters values to ask for by path parameter; the documented example where absent
 * @param rereadAfter time between the two reads that rules over time compare
 * @param probing which requests out of the ordinary are sent
 * @param showPersonal whether personal data are shown as they are
 */
public record Assignment(
    Target target,
    String mode,
    Map<String, List<String>> parameters,
    Duration rereadAfter,
    Probing probing,
    boolean showPersonal) {

  /** What hides personal data. */
  public Assignment(
      Target target,
      String mode,
      Map<String, List<String>> parameters,
      Duration rereadAfter,
      Probing probing) {
    this(target, mode, parameters, rereadAfter, probing, false);
  }

  public Assignment {
    parameters = Map.copyOf(parameters);
  }
}
