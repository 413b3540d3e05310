package conformance.contract;

/**
 * Why a target could not be judged, for a reason other than the API.
 *
 * @param reason what happened, in words
 * @param remedy what to do about it
 */
public record EnvironmentFault(String reason, String remedy) {

  @Override
  public String toString() {
    return reason + ". " + remedy;
  }
}
