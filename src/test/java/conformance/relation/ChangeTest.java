package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Relations between a property at an earlier read and now. */
class ChangeTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7 | holds",
        "7 | 7.0 | holds",
        "7 | 8 | it does not change by itself",
        "\"a\" | \"a\" | holds",
        "\"a\" | \"A\" | it does not change by itself",
        "\"2024-03-10T12:00:00Z\" | \"2024-03-10T17:30:00+05:30\" | holds",
        "\"2024-03-10T12:00:00Z\" | \"2024-03-10T12:00:01Z\" | it does not change by itself",
        "\"2024-03-10T12:00:00Z\" | \"soon\" | it does not change by itself",
        "7 | \"7\" | it does not change by itself",
        "null | null | holds",
        "null | 7 | it does not change by itself",
        "{\"a\": [1]} | {\"a\": [1]} | holds",
        "{\"a\": [1]} | {\"a\": [2]} | it does not change by itself",
        " | 7 | not judged",
        "7 | | not judged",
      })
  void holdsAValueConstant(String before, String after, String expected) {
    assertThat(judge("x-constant", "true", before, after)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7 | holds",
        "7 | 8 | holds",
        "7 | 7.0 | holds",
        "8 | 7 | it went back",
        "\"2024-03-10T12:00:00Z\" | \"2024-03-10T12:00:00Z\" | holds",
        "\"2024-03-10T12:00:00Z\" | \"2024-03-10T17:29:59+05:30\" | it went back",
        "\"2024-03-10T12:00:00Z\" | \"2024-03-10T11:30:00-01:00\" | holds",
        "\"b\" | \"a\" | not judged",
        "\"2024-03-10T12:00:00Z\" | 7 | not judged",
        "7 | \"2024-03-10T12:00:00Z\" | not judged",
        "7 | | not judged",
        " | 7 | not judged",
      })
  void letsAValueNotGoBack(String before, String after, String expected) {
    assertThat(judge("x-not-decreasing", "true", before, after)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"new\" | \"new\" | holds",
        "\"new\" | \"open\" | holds",
        "\"new\" | \"shut\" | holds",
        "\"open\" | \"shut\" | holds",
        "\"shut\" | \"shut\" | holds",
        "\"open\" | \"new\" | after open comes shut",
        "\"shut\" | \"new\" | nothing comes after shut",
        "\"gone\" | \"new\" | not judged",
        "\"new\" | \"gone\" | not judged",
        "\"new\" | 7 | not judged",
        "7 | \"new\" | not judged",
        "\"new\" | | not judged",
        " | \"new\" | not judged",
      })
  void letsAValueMoveAsItMay(String before, String after, String expected) {
    var moves = "{\"new\": [\"open\", \"shut\"], \"open\": [\"shut\"], \"shut\": []}";
    assertThat(judge("x-transitions", moves, before, after)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"a, c, after a comes b or d", "b, a, after b comes c"})
  void namesTheMovesThatThereAre(String before, String after, String expected) {
    var moves = "{\"a\": [\"b\", \"d\"], \"b\": [\"c\"], \"c\": [], \"d\": []}";
    assertThat(judge("x-transitions", moves, '"' + before + '"', '"' + after + '"'))
        .isEqualTo(expected);
  }

  private static String judge(String keyword, String keywordValue, String before, String after) {
    var changes =
        Map.<String, Change>of(
            "x-constant", Change::constant,
            "x-not-decreasing", Change::notDecreasing,
            "x-transitions", Change::transition);
    return changes
        .get(keyword)
        .compare(JSON.readTree(keywordValue), value(before), value(after))
        .map(it -> it.reason().orElse("holds"))
        .orElse("not judged");
  }

  private static JsonNode value(String json) {
    return json == null ? MissingNode.getInstance() : JSON.readTree(json);
  }
}
