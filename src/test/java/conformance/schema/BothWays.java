package conformance.schema;

import conformance.contract.Coverage;
import conformance.contract.RuleCounter;
import conformance.contract.RuleCounts;
import conformance.json.JsonReader;
import conformance.json.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * All that was found in two reads, with the prover or without.
 *
 * @param passed the number of items of each read
 */
record BothWays(List<RuleCounts> results, List<Coverage> coverage, List<Long> passed) {
  private static final String PROVER = "conformance.prover";
  private static final LongConsumer NO_PROGRESS = items -> {};

  /** Examines two bodies, and the first alone if it is broken. */
  static BothWays of(String prover, BodySchema schema, byte[] first, byte[] second, Instant now) {
    var before = System.getProperty(PROVER);
    System.setProperty(PROVER, prover);
    try {
      var counter = new RuleCounter(schema.rules());
      var memory = schema.memory(now);
      var at = Optional.of(now);
      var items = schema.examine(new ByteArrayInputStream(first), counter, at, memory);
      var again = SmallSchema.ofSecondRead(schema);
      var later = now.plusSeconds(7);
      var itemsAgain =
          schema.reexamine(
              new ByteArrayInputStream(second),
              again,
              Optional.of(later),
              memory,
              later,
              NO_PROGRESS);
      var results = new ArrayList<>(counter.results());
      results.addAll(again.results());
      var coverage = new ArrayList<>(counter.coverage());
      coverage.addAll(again.coverage());
      return new BothWays(results, coverage, List.of(items, itemsAgain));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory do not break off", e);
    } finally {
      if (before == null) {
        System.clearProperty(PROVER);
      } else {
        System.setProperty(PROVER, before);
      }
    }
  }

  /**
   * The indexes of the items that are not proven, though others of the schema may be; none if it
   * has a keyword that the prover does not know, as a contract may be given: both ways are one
   * then.
   */
  static List<Integer> unproven(BodySchema schema, byte[] list, Instant now) throws IOException {
    if (schema.prover().isEmpty()) {
      return List.of();
    }
    var scanner = schema.prover().get().scanner(Optional.of(now));
    var unproven = new ArrayList<Integer>();
    try (var reader = new JsonReader(new ByteArrayInputStream(list), error -> {})) {
      for (var i = 0; reader.nextItem(); i++) {
        if (!reader.scan(scanner)) {
          unproven.add(i);
          reader.value();
        }
      }
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(e);
    }
    return unproven;
  }
}
