package conformance.contract;

/**
 * Why a target could not be judged, for a reason other than the API.
 *
 * @param reason what happened, in words
 * @param advice what to do about it
 */
public record EnvironmentFault(String reason, String advice) {

  @Override
  public String toString() {
    return reason + ". " + advice;
  }
}
