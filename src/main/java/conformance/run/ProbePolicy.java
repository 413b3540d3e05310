package conformance.run;

import conformance.protocol.Probe;

/** Which probes a run sends. */
public enum ProbePolicy {
  /** None. */
  NONE,
  /** Only those that ask the target for nothing but a response: GET, HEAD, OPTIONS. */
  READING,
  /** POST, PUT, PATCH and DELETE as well, which must be refused. */
  WRITING;

  /** Why a probe is not sent. */
  static final String SWITCHED_OFF = "target.probe_writes is false";

  boolean sends(Probe probe) {
    return this == WRITING || this == READING && !probe.writes();
  }
}
