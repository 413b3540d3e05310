package conformance.protocol;

import conformance.contract.Credential;
import conformance.contract.Exchange;
import java.util.Map;

/**
 * What is known of two owners before one asks for what the other has. Each is named by the
 * credential of its token.
 *
 * @param other values of the path parameters that the other owner has; none if there is no other
 * @param unknown the responses that each got to a request for what nobody has
 * @param owned texts that only one of them has, each with its location in the owner's own read
 */
public record Owners(
    Map<String, String> other,
    Map<Credential, Exchange> unknown,
    Map<Credential, Map<String, String>> owned) {
  /** There is no other owner. */
  public static final Owners ONE = new Owners(Map.of());

  /** Before anything was asked. */
  public Owners(Map<String, String> other) {
    this(other, Map.of(), Map.of());
  }

  public Owners {
    other = Map.copyOf(other);
    unknown = Map.copyOf(unknown);
    owned = Map.copyOf(owned);
  }
}
