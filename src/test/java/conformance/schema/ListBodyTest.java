package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.RuleCounter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists are examined item by item, with every rule about the whole list. */
class ListBodyTest {
  private static final String LIST =
      "\"items\": {\"properties\": {\"a\": true}}, \"x-persistent-by\": \"a\"";
  private static final String OBJECT = "\"properties\": {\"a\": {\"x-constant\": true}}";

  /** The number of items, and the progress reported; the same for a second read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | 0 | 0",
        "[{\"a\": 1}, {}, 7] | 3 | 3",
        "[1, 2 | 2 | 2",
        "{} | 1 | 0",
        "7 | 1 | 0",
      })
  void tellsHowManyItemsAListHas(String body, long items, long told) throws IOException {
    var schema = SmallSchema.of(LIST, Map.of());
    var memory = schema.memory(Instant.EPOCH);
    var counter = new RuleCounter(schema.rules());
    var progress = new ArrayList<Long>();
    var stream = SmallSchema.stream(body);
    assertThat(schema.examine(stream, counter, Optional.empty(), memory, progress::add))
        .isEqualTo(items);
    assertThat(progress).containsExactlyElementsOf(upTo(told));

    memory.complete();
    progress.clear();
    assertThat(reread(schema, body, progress)).isEqualTo(items);
    assertThat(progress).containsExactlyElementsOf(upTo(told));
  }

  private static Iterable<Long> upTo(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({"{}, 1", "[], 1", "[}, 0"})
  void takesABodyThatIsNoListForOne(String body, long items) throws IOException {
    var schema = SmallSchema.of(OBJECT, Map.of());
    var memory = schema.memory(Instant.EPOCH);
    var counter = new RuleCounter(schema.rules());
    assertThat(schema.examine(SmallSchema.stream(body), counter, Optional.empty(), memory))
        .isEqualTo(items);
    assertThat(reread(schema, body, new ArrayList<>())).isEqualTo(items);
  }

  private static long reread(BodySchema schema, String body, ArrayList<Long> progress)
      throws IOException {
    var memory = schema.memory(Instant.EPOCH);
    memory.complete();
    return schema.reexamine(
        SmallSchema.stream(body),
        SmallSchema.ofSecondRead(schema),
        Optional.empty(),
        memory,
        Instant.EPOCH,
        progress::add);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"items\": {\"minimum\": 1} | [0] | items/minimum /0: 0 is too small",
        "\"minItems\": 1 | [] | minItems : it has 0 items",
        "\"minItems\": 1, \"items\": {\"type\": \"integer\"} | [] | minItems : it has 0 items",
      })
  void holdsAListToAdviceOfItsOwn(String advice, String body, String deviation) throws IOException {
    var schema =
        SmallSchema.of(
            "\"items\": {\"type\": \"integer\"}, \"x-advice\": \"list.advice.schema.json\"",
            Map.of("list.advice.schema.json", advice));
    assertThat(SmallSchema.deviations(schema, body))
        .containsExactly("list.advice.schema.json#/" + deviation);
  }

  /** A key that deviates is not compared; one whose sibling deviates is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"a\": 1}, {\"a\": 1, \"b\": 2}] | items/properties/b/type /1/b; x-unique-by /1/a",
        "[{\"a\": -1}, {\"a\": -1}] | items/properties/a/minimum /0/a; items/properties/a/minimum /1/a",
        "[{\"a\": \"1\"}, {\"a\": 1.5}, {\"a\": 1.5}, {\"a\": null}, {\"a\": null}] | ",
      })
  void comparesKeysThatAreNotWrongThemselves(String body, String expected) throws IOException {
    var schema =
        SmallSchema.of(
            """
            "x-unique-by": "a",
            "items": {"properties": {"a": {"minimum": 0}, "b": {"type": "string"}}}
            """,
            Map.of());
    assertThat(SmallSchema.deviations(schema, body).stream().map(it -> it.split(": ")[0]))
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split("; "));
  }

  /** Wherever the properties are declared. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"object\" | ",
        "\"properties\": {\"a\": true, \"b\": true} | a b",
        "\"items\": {\"properties\": {\"a\": true}} | a",
        "\"items\": {\"allOf\": [{\"properties\": {\"a\": true}}, {\"properties\": {\"b\": true}}]} | a b",
        "\"items\": {\"if\": true, \"then\": {\"properties\": {\"a\": true}}, \"else\": {\"properties\": {\"b\": true}}} | a b",
        "\"items\": {\"$ref\": \"#/$defs/x\"}, \"$defs\": {\"x\": {\"properties\": {\"a\": true}}} | a",
        "\"items\": {\"x-advice\": \"#/$defs/x\"}, \"$defs\": {\"x\": {\"properties\": {\"a\": true}}} | a",
      })
  void knowsThePropertiesOfItems(String keywords, String names) {
    assertThat(SmallSchema.of(keywords, Map.of()).properties())
        .containsExactlyInAnyOrder(names == null ? new String[0] : names.split(" "));
  }
}
