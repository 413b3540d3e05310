package conformance.schema.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class AppearanceTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"a\":1}] | array",
        "' []\n' | array",
        "{\"completed\":1} | object",
        "\"[]\" | string",
        "\"\" | string",
      })
  void knowsATextThatWasEncodedTwice(String text, String kind) {
    assertThat(Appearance.of(JsonNodeFactory.instance.stringNode(text)))
        .contains("its text is a JSON %s: it was encoded twice".formatted(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "7", "[", "[a]", "{a}", "[] []", "\"", "{]", "(a)"})
  void takesAnyOtherTextForAText(String text) {
    assertThat(Appearance.of(JsonNodeFactory.instance.stringNode(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\":200,\"body\":\"[]\"} |"
            + " with statusCode and body, as a function hands its response to a gateway",
        "{\"headers\":{},\"body\":[],\"statusCode\":200} |"
            + " with statusCode and body, as a function hands its response to a gateway",
        "{\"total\":1,\"data\":[{}]} | whose property \"data\" is an array",
        "{\"items\":[],\"errors\":[]} | whose property \"items\" is an array",
      })
  void knowsAListThatIsPackedInAnObject(String value, String appearance) {
    assertThat(Appearance.of(JSON.readTree(value))).contains(appearance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}", "{\"statusCode\":200}", "{\"statusCode\":\"a\",\"body\":1}", "{\"a\":{\"b\":[]}}",
        "[]", "7", "null", "true"
      })
  void knowsNothingOfOtherValues(String value) {
    assertThat(Appearance.of(JSON.readTree(value))).isEmpty();
  }
}
