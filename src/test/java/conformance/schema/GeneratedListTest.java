package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import conformance.contract.Level;
import conformance.contract.RuleCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Conforming lists have no deviations; a list with one item that deviates has that one. */
@Tag("slow")
class GeneratedListTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Instant NOW = Instant.now();
  private static final CaseItems ITEMS = CaseItems.of("batches");
  private static final BodySchema BATCHES = batches();

  /** New seeds in every run. The test's name shows the seed; repeat it with -Dseed=... */
  static LongStream seeds() {
    var asked = Long.getLong("seed");
    return asked == null ? new Random().longs(60) : LongStream.of(asked);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsNoFaultWithAConformingList(long seed) throws IOException {
    var random = new Random(seed);
    var list = new GeneratedList(random, ITEMS).conforming(random.nextInt(50));
    assertThat(places(list)).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsOneDeviatingItemAtItsPlace(long seed) throws IOException {
    var random = new Random(seed);
    var generated = new GeneratedList(random, ITEMS);
    for (var deviating : generated.deviating(15)) {
      var list = generated.conforming(1 + random.nextInt(20));
      var index = random.nextInt(list.size());
      list.set(index, ITEMS.numbered(deviating, index));
      assertThat(places(list))
          .as("seed %d: %s", seed, list.get(index))
          .containsExactly("%s /%d%s".formatted(deviating.rule(), index, deviating.below()));
    }
  }

  /** The cases reach most of the rules on items, in either contract. */
  @Test
  void takesItemsFromTheCases() {
    assertThat(ITEMS.conforming()).hasSizeGreaterThan(40);
    assertThat(ITEMS.deviating().stream().map(it -> it.rule()).distinct())
        .hasSizeGreaterThan(25)
        .anyMatch(rule -> rule.contains("/required/"));
  }

  private static List<String> places(JsonNode list) throws IOException {
    var counter = new RuleCounter(BATCHES.rules());
    var body = list.toString().getBytes(StandardCharsets.UTF_8);
    BATCHES.examine(new ByteArrayInputStream(body), counter, Optional.of(NOW), BATCHES.memory(NOW));
    return counter.results().stream()
        .filter(it -> it.rule().level() == Level.MUST)
        .flatMap(it -> it.deviations().stream().map(at -> it.rule().id() + " " + at.location()))
        .toList();
  }

  private static BodySchema batches() {
    var contract = Contracts.read(SCHEMAS, "batches");
    return Schemas.load(SCHEMAS).response(contract, contract.operations().get(0));
  }
}
