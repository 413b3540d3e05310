package conformance.bench;

import conformance.contract.RuleCounts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What one way of judging found, in short.
 *
 * @param count how many deviations
 * @param checksum of each rule's id and count, and of its places as far as a counter keeps them
 */
record Findings(long count, long checksum) {
  /** Of a way that only reads. */
  static final Findings NONE = new Findings(0, 0);

  static Findings of(List<RuleCounts> results) {
    var count = 0L;
    var checksum = new CRC32();
    for (var it : results) {
      if (it.deviating() > 0) {
        count += it.deviating();
        add(checksum, "%s %d".formatted(it.rule().id(), it.deviating()));
        it.deviations().forEach(deviation -> add(checksum, deviation.location()));
      }
    }
    return new Findings(count, checksum.getValue());
  }

  private static void add(CRC32 checksum, String text) {
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
