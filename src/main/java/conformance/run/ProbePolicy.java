package conformance.run;

import conformance.protocol.Probe;
import java.util.Optional;

/**
 * Which probes a run sends.
 *
 * @param any whether it sends any
 * @param writes also POST, PUT, PATCH and DELETE, which must be refused
 * @param wrongTokens also wrong tokens, which must be refused
 */
public record ProbePolicy(boolean any, boolean writes, boolean wrongTokens) {
  public static final ProbePolicy NONE = new ProbePolicy(false, false, false);

  /** GET, HEAD and OPTIONS only. */
  public static final ProbePolicy READING = new ProbePolicy(true, false, true);

  public static final ProbePolicy WRITING = new ProbePolicy(true, true, true);

  /** The setting that would have the probe sent, as a reason; empty if it is sent. */
  Optional<String> off(Probe probe) {
    if (!writes && probe.writes()) {
      return Optional.of("target.probe_writes=true asks them");
    }
    return !wrongTokens && probe.request().credential().wrong()
        ? Optional.of("target.probe_tokens=true asks them")
        : Optional.empty();
  }
}
