package conformance.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** With the prover, exactly the same is found and counted as without; and it proves what it can. */
class ProverTest {
  private static final Path SCHEMAS = Path.of("schemas");
  private static final Instant NOW = Instant.now();
  private static final BodySchema BATCHES = schema("batches");
  private static final CaseItems ALL = CaseItems.of("batches");
  private static final CaseItems ITEMS = ALL.keepingConforming(ProverTest::proven);

  private static BodySchema schema(String name) {
    var contract = Contracts.read(SCHEMAS, name);
    return Schemas.load(SCHEMAS).response(contract, contract.operations().get(0));
  }

  static LongStream seeds() {
    var asked = Long.getLong("seed");
    return asked == null ? new Random().longs(30) : LongStream.of(asked);
  }

  private static boolean proven(JsonNode item) {
    try {
      return BothWays.unproven(BATCHES, ("[" + item + "]").getBytes(UTF_8), NOW).isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory do not break off", e);
    }
  }

  private static byte[] bytes(JsonNode list) {
    return list.toString().getBytes(UTF_8);
  }

  private static void assertSame(BodySchema schema, byte[] first, byte[] second, String what) {
    assertThat(BothWays.of("always", schema, first, second, NOW))
        .as(what)
        .isEqualTo(BothWays.of("off", schema, first, second, NOW));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void provesEachItemOfAConformingList(long seed) throws IOException {
    var list = new GeneratedList(new Random(seed), ITEMS).conforming(50);
    assertThat(BothWays.unproven(BATCHES, bytes(list), NOW)).isEmpty();
    assertSame(BATCHES, bytes(list), bytes(list), "seed " + seed);
  }

  /** Not those with counts that are too long for it, and the like. */
  @Test
  void provesAlmostAllThatConforms() {
    assertThat(ITEMS.conforming()).hasSizeGreaterThan(ALL.conforming().size() - 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"batches", "batches-2026-08"})
  void provesTheOrdinaryItemsOfEachContract(String contract) throws IOException {
    var described = Described.of(Contracts.read(SCHEMAS, contract)).findFirst().orElseThrow();
    var bodies =
        RecordedBodies.of(Contracts.read(SCHEMAS, contract), described).stream()
            .filter(it -> it.fixture().name().equals("conforming"))
            .findFirst()
            .orElseThrow();
    assertThat(BothWays.unproven(schema(contract), bodies.first(), bodies.now())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesUpTheItemThatDeviatesAndNoOther(long seed) throws IOException {
    var random = new Random(seed);
    var generated = new GeneratedList(random, ITEMS);
    for (var deviating : generated.deviating(15)) {
      var list = generated.conforming(1 + random.nextInt(20));
      var index = random.nextInt(list.size());
      list.set(index, ITEMS.numbered(deviating, index));
      if (BATCHES.prover().isPresent()) {
        assertThat(BothWays.unproven(BATCHES, bytes(list), NOW))
            .as("seed " + seed)
            .containsExactly(index);
      }
      assertSame(BATCHES, bytes(list), bytes(list), "seed " + seed + " " + deviating.rule());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsTheSameInAListWithManyDeviations(long seed) {
    var random = new Random(seed);
    var generated = new GeneratedList(random, ITEMS);
    var list = generated.conforming(40);
    for (var deviating : generated.deviating(60)) {
      var item = (ObjectNode) list.get(random.nextInt(40));
      var name =
          deviating.below().isEmpty()
              ? deviating.rule().substring(deviating.rule().lastIndexOf('/') + 1)
              : deviating.below().split("/")[1];
      if (deviating.item().has(name)) {
        item.set(name, deviating.item().get(name));
      } else {
        item.remove(name);
      }
    }
    for (var i = 0; i < 10; i++) {
      list.add(list.get(random.nextInt(40)).deepCopy());
    }
    var second = list.deepCopy();
    second.remove(random.nextInt(40));
    ((ObjectNode) second.get(0)).put("status", "created").put("updated_at", "2020-01-01T00:00:00Z");
    assertSame(BATCHES, bytes(list), bytes(second), "seed " + seed);
  }

  @Test
  void findsTheSameInTextsThatAreBrokenAnywhere() {
    var list = bytes(new GeneratedList(new Random(7), ITEMS).conforming(2));
    for (var i = 0; i < list.length; i++) {
      for (var wrong : List.of((byte) '"', (byte) '}', (byte) 0xFF, (byte) 'x', (byte) '\n')) {
        var broken = list.clone();
        broken[i] = wrong;
        assertSame(BATCHES, broken, list, "byte %d: %s".formatted(i, wrong));
      }
      assertSame(BATCHES, java.util.Arrays.copyOf(list, i), list, "up to byte " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"batch_id\":\"3c90c3cc0d444b5088888dd25736052a\",",
        "\"status\":\"created\",\"status\":\"created\",",
        "\"execution_status\":{\"busy\":1,\"busy\":1},",
        "\"b\\u0061tch_id\":\"3c90c3cc0d444b5088888dd25736052a\",",
        "\"file_name\":\"\u00ff.csv\",",
        "\"other\":{\"a\":[1,2.5,null,true]},",
        "\"valid_contacts\":1.0,",
        "\"valid_contacts\":-0,",
        "\"valid_contacts\":123456789012345678901234567890,",
        "\"humanized_created_at\":\"\\ud83d\",",
        "\"humanized_created_at\":\"Just NOW\",",
        "\"from_phone_number\":\"+2101234567\",",
        "\"file_name\":NaN,",
      })
  void findsTheSameInItemsWithOneMore(String more) throws IOException {
    var list = new GeneratedList(new Random(3), ITEMS).conforming(3);
    var name = more.substring(1, more.indexOf('"', 1));
    for (var removed : List.of(false, true)) {
      if (removed) {
        ((ObjectNode) list.get(1)).remove(name);
      }
      var text = list.toString().replace("},{", "},{" + more);
      assertSame(BATCHES, text.getBytes(UTF_8), text.getBytes(UTF_8), more);
      assertSame(BATCHES, text.getBytes(ISO_8859_1), text.getBytes(UTF_8), more);
    }
  }

  /** Some of the schemas cannot be proven, and some of the items deviate. */
  @Test
  void findsTheSameWithAnySchema() throws IOException {
    var asked = Long.getLong("seed");
    var seed = asked == null ? new Random().nextLong() : asked;
    var provable = 0;
    var proven = 0;
    for (var i = 0; i < 60; i++) {
      var generated = new GeneratedSchema(new Random(seed + i), NOW);
      var keywords = generated.keywords();
      var schema = SmallSchema.of(keywords, Map.of());
      var first = generated.list(60).getBytes(UTF_8);
      var second = generated.list(60).getBytes(UTF_8);
      assertSame(schema, first, second, "seed %d: %s".formatted(seed + i, keywords));
      if (schema.prover().isPresent()) {
        provable++;
        proven += 60 - BothWays.unproven(schema, first, NOW).size();
      }
    }
    assertThat(provable).as("provable schemas, seed %d", seed).isGreaterThan(15);
    assertThat(proven).as("proven items, seed %d", seed).isGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"batches", "batches-2026-08"})
  void findsTheSameInEachBodyOfTheCatalogue(String contract) {
    var described = Described.of(Contracts.read(SCHEMAS, contract)).findFirst().orElseThrow();
    var schema = schema(contract);
    for (var bodies : RecordedBodies.of(Contracts.read(SCHEMAS, contract), described)) {
      assertThat(BothWays.of("always", schema, bodies.first(), bodies.second(), bodies.now()))
          .as(bodies.toString())
          .isEqualTo(BothWays.of("off", schema, bodies.first(), bodies.second(), bodies.now()));
    }
  }

  @Test
  void findsTheSameWithEachMutantOfTheContract() {
    var contract = Contracts.read(SCHEMAS, "batches");
    var files = SharedTypes.load(SCHEMAS);
    var described = Described.of(contract).findFirst().orElseThrow();
    var location = files.resolve(files.base() + "batches/", described.schema().toString());
    var generated = new GeneratedList(new Random(11), ITEMS);
    var list = generated.conforming(20);
    var index = 0;
    for (var deviating : generated.deviating(10)) {
      list.set(2 * index, ITEMS.numbered(deviating, 2 * index));
      index++;
    }
    SchemaRules.read(files, location).keySet().stream()
        .flatMap(at -> Mutant.of(files, at))
        .forEach(
            mutant ->
                assertSame(
                    described.compile(mutant.files(), contract),
                    bytes(list),
                    bytes(list),
                    mutant.change()));
  }
}
