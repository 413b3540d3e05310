package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLeakTest {
  private static final DataLeak DATA = new DataLeak(Set.of("door_id", "colour", "wid.th"));

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n", "[]", " [ \n ] ", "{}", "{ }\n", "null", "\"\""})
  void takesNothingForNoData(String body) {
    assertThat(DATA.hasContent(RoomsApi.response(200, body))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{}]", "[[]]", "{\"a\": 1}", "0", "false", "nulls", "[] []", "<p></p>"})
  void takesAnythingElseForData(String body) {
    assertThat(DATA.hasContent(RoomsApi.response(200, body))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": 404}",
        "{\"colour\": \"of one door\"}",
        "{\"colour\": 1, \"colour\": 2}",
        "{\"message\": \"\\\"colour\\\" or \\\"door_id\\\" is wrong\"}",
        "[\"colour\", \"door_id\"]",
        "{\"message\": \"\\u0022colour\\u0022: \\u0022door_id\\u0022: \"}",
        "{\"colour\": 1, \"door\\\\u005fid\": 1}",
        "{\"colour\": 1, \"other_door_id\": 1, \"width\": 3}",
      })
  void takesOneNameForNoLeak(String body) {
    assertThat(DATA.leaked(RoomsApi.response(404, body))).isEmpty();
  }

  @Test
  void readsNamesThatAreEscaped() {
    var body = "{\"door\\u005fid\": 1, \"\\u0063olour\": 2}";
    assertThat(DATA.leaked(RoomsApi.response(404, body))).containsExactly("colour", "door_id");
  }

  @Test
  void namesInOrderWhatIsGivenAway() {
    var body = "{\"error\": {\"wid.th\" : 80, \"door_id\"\n:1}, \"colour\":";
    assertThat(DATA.leaked(RoomsApi.response(404, body)))
        .containsExactly("colour", "door_id", "wid.th");
  }
}
