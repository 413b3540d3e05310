package conformance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

class InstantsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-23T05:14:37Z",
        "2024-01-23T05:14:37.1Z",
        "2024-01-23T05:14:37.123456Z",
        "2024-01-23T05:14:37.123456789Z",
        "1969-12-31T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2024-02-29T00:00:00Z",
        "2000-02-29T10:20:30Z",
        "2023-10-10T20:30:40Z",
      })
  void readsTheCommonShapeByItself(String text) {
    assertThat(Instants.ofCommon(text)).contains(Instant.parse(text));
    assertThat(Instants.ofCommon(text.replace("Z", "+00:00"))).contains(Instant.parse(text));
  }

  /** Some of these are date-times, which the slower parser accepts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-01-23T05:14:37",
        "2024-01-23T05:14:37.",
        "2024-01-23T05:14:37.Z",
        "2024-01-23T05:14:37.123",
        "2024-01-23T05:14:37.1234567890Z",
        "2024-01-23T05:14:37+01:00",
        "2024-01-23T05:14:37ZZ",
        "2024-01-23T05:14:37z",
        "2024-01-23t05:14:37Z",
        "2024/01-23T05:14:37Z",
        "2024-01-23T05.14:37Z",
        "202a-01-23T05:14:37Z",
        "2024-01-2/T05:14:37Z",
        "2024-01-23T05:14:3:Z",
        "2024-00-23T05:14:37Z",
        "2024-13-23T05:14:37Z",
        "2024-01-00T05:14:37Z",
        "2024-01-32T05:14:37Z",
        "2023-02-29T05:14:37Z",
        "2024-01-23T24:00:00Z",
        "2024-01-23T05:60:37Z",
        "2024-01-23T05:14:60Z",
      })
  void leavesEverythingElse(String text) {
    assertThat(Instants.ofCommon(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-23T05:14:37+01:00",
        "2024-01-23t04:14:37z",
        "2024-01-23T04:14:37.0000000000Z"
      })
  void readsOtherShapesAsWell(String text) {
    assertThat(Instants.of(StringNode.valueOf(text)))
        .contains(Instant.parse("2024-01-23T04:14:37Z"));
  }
}
