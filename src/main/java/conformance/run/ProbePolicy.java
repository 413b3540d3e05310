package conformance.run;

import conformance.protocol.Probe;
import java.util.Optional;

/** Which requests out of the ordinary a run sends. */
public enum ProbePolicy {
  /** None. */
  NONE,
  /** Only those that ask the target for nothing but an answer: GET, HEAD, OPTIONS. */
  READING,
  /** POST, PUT, PATCH and DELETE as well, which must be refused. */
  WRITING;

  /** Why {@code probe} is not sent; empty if it is. */
  Optional<String> without(Probe probe) {
    return probe.writes() && this != WRITING
        ? Optional.of("target.probe_writes is false")
        : Optional.empty();
  }
}
