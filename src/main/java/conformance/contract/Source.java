package conformance.contract;

/**
 * Where a rule comes from.
 *
 * @param section section of the documentation page or of a standard, such as {@code Response >
 *     updated_at}
 * @param basis whether that section states, shows or implies the rule
 */
public record Source(String section, Basis basis) {

  @Override
  public String toString() {
    return section + " (" + basis + ")";
  }
}
