package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.RuleCounter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a rule was examined, in the less obvious cases. */
class CountsTest {
  private static final List<String> BODIES =
      List.of(
          "{\"a\": 1, \"b\": \"x\", \"c\": {\"d\": 2}, \"e\": [1], \"x\": null}",
          "{\"b\": 7, \"c\": {\"d\": \"z\", \"f\": 1}}",
          "{}",
          "7",
          "[]");

  /** Only there does networknt evaluate the properties itself, to collect annotations. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"type\": \"null\"}", "false"})
  void countsTheSameBesideUnevaluatedProperties(String others) throws IOException {
    var keywords =
        """
        "type": ["object", "integer", "array"], "required": ["b"], "properties": {
          "a": {"minimum": 0}, "b": {"type": "string", "enum": ["x", "y"]},
          "c": {"properties": {"d": {"maximum": 5}}, "additionalProperties": {"type": "integer"}},
          "e": true},
        "additionalProperties": %s
        """
            .formatted(others);
    var plain = SmallSchema.of(keywords, Map.of());
    var kept = SmallSchema.of(keywords + ", \"unevaluatedProperties\": false", Map.of());
    for (var body : BODIES) {
      var counts = new TreeMap<>(SmallSchema.examined(kept, body));
      counts.remove("unevaluatedProperties");
      assertThat(counts).as(body).isEqualTo(SmallSchema.examined(plain, body));
      assertThat(SmallSchema.read(kept, body).coverage())
          .as(body)
          .isEqualTo(SmallSchema.read(plain, body).coverage());
    }
  }

  /** The syntax rule counts if the body was read to its end, or has an error. */
  @ParameterizedTest
  @CsvSource({"[], 1, 1, 0", "'[', 1, 0, 0", "'[1e400000]', 1, 1, 0", "'[\"\\ud800', 1, 0, 0"})
  void countsABodyThatIsNoJson(String body, long json, long bounds, long deviating)
      throws IOException {
    var counter = SmallSchema.read(SmallSchema.of("\"type\": \"array\"", Map.of()), body);
    assertThat(ofBody(counter)).containsEntry("json", json).containsEntry("bounds", bounds);
    assertThat(counter.results())
        .filteredOn(it -> it.rule().id().endsWith("/body/bounds"))
        .allSatisfy(it -> assertThat(it.deviating()).isEqualTo(deviating));
  }

  @Test
  void countsASecondBody() throws IOException {
    var schema =
        SmallSchema.of(
            "\"items\": {\"properties\": {\"a\": true}}, \"x-persistent-by\": \"a\"", Map.of());
    var counter =
        SmallSchema.reread(schema, "[{\"a\": 1}, {\"a\": 2}]", "[{\"a\": 3}, {\"a\": 2}]");
    assertThat(ofBody(counter)).containsEntry("json", 1L).containsEntry("unique-names", 2L);
    assertThat(SmallSchema.examined(schema, "[{\"a\": 1}, {\"a\": 2}]", "[{\"a\": 2}]"))
        .isEqualTo(Map.of("x-persistent-by", 2L));
  }

  private static Map<String, Long> ofBody(RuleCounter counter) {
    return counter.results().stream()
        .filter(it -> it.rule().id().contains("/body/"))
        .collect(
            Collectors.toMap(it -> it.rule().id().replaceFirst(".*/", ""), it -> it.examined()));
  }
}
