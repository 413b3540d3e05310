package conformance.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Probes after which the ordinary request is sent again, since they may change how the target
 * answers.
 *
 * @param name what they are, in words
 * @param probes in the order of sending
 * @param off why the settings do not let them be sent; empty if they do
 */
public record ProbeGroup(String name, List<Probe> probes, Optional<String> off) {
  /** Targets that lock a client out take a few wrong tokens; fewer rules are lost with each. */
  private static final int MAX_TOKENS = 3;

  public ProbeGroup {
    probes = List.copyOf(probes);
  }

  ProbeGroup(String name, List<Probe> probes) {
    this(name, probes, Optional.empty());
  }

  /** Requests without a valid secret of this name, a few in each. */
  static List<ProbeGroup> ofSecrets(String secret, List<Probe> probes) {
    var groups = new ArrayList<ProbeGroup>();
    for (var start = 0; start < probes.size(); start += MAX_TOKENS) {
      groups.add(
          new ProbeGroup(
              "requests without a valid " + secret,
              probes.subList(start, Math.min(probes.size(), start + MAX_TOKENS))));
    }
    return groups;
  }

  /** The same with the probes that match only. */
  public ProbeGroup only(Predicate<Probe> filter) {
    return new ProbeGroup(name, probes.stream().filter(filter).toList(), off);
  }

  /** Whether they ask with one token for what is another owner's. */
  public boolean crossesOwners() {
    return probes.stream().anyMatch(probe -> probe.request().credential().ofOther());
  }

  public boolean isEmpty() {
    return probes.isEmpty();
  }
}
