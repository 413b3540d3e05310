package conformance.run;

import conformance.protocol.Probe;

/** Which probes a run sends. */
public enum ProbePolicy {
  /** None. */
  NONE,
  /** GET, HEAD and OPTIONS only. */
  READING,
  /** POST, PUT, PATCH and DELETE as well, which must be refused. */
  WRITING;

  /** The reason reported for probes that are not sent. */
  static final String SWITCHED_OFF = "target.probe_writes is false";

  boolean sends(Probe probe) {
    return this == WRITING || this == READING && !probe.writes();
  }
}
