package conformance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conformance.contract.ExpectedHeader;
import conformance.contract.ResponseHead.Header;
import conformance.contract.SecurityScheme;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedHeaderSettingsTest {
  private static final String HEADER = "target.expect_header";

  @Test
  void expectsNoBuildUnlessAsked() {
    assertThat(read(Map.of())).isEmpty();
  }

  @Test
  void takesNameAndValueAsTheyAre() {
    assertThat(read(Map.of(HEADER, "X-Version:2026: 11, 30 ", "target.wait", "10m")))
        .contains(new ExpectedHeader(new Header("X-Version", "2026: 11, 30"), minutes(10)));
    assertThat(read(Map.of(HEADER, "etag:  \"a\"")))
        .contains(new ExpectedHeader(new Header("etag", "\"a\""), minutes(5)));
    assertThat(read(Map.of(HEADER, "a: b", "target.wait", "0s")).orElseThrow().within()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Version", "X-Version:", "X Version: 1", ": 1", "X-Version: a\u0007b"})
  void refusesWhatIsNoHeaderField(String text) {
    assertThatThrownBy(() -> read(Map.of(HEADER, text)))
        .hasMessageContaining(
            "target.expect_header is '%s': expected a header field with its value, such as"
                + " X-Version: 2026.11.30",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"601s", "11m"})
  void waitsTenMinutesAtMost(String wait) {
    assertThatThrownBy(() -> read(Map.of(HEADER, "a: b", "target.wait", wait)))
        .hasMessageContaining("target.wait is '%s': expected 10m at most", wait);
  }

  @Test
  void refusesToWaitForNothing() {
    assertThatThrownBy(() -> read(Map.of("target.wait", "1m")))
        .hasMessageContaining(
            "target.wait has nothing to wait for: name it with target.expect_header, or leave"
                + " target.wait out");
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Optional<ExpectedHeader> read(Map<String, String> properties) {
    return SettingsSource.read(properties, Map.of(), Set.of(), SecurityScheme.BEARER)
        .expectedHeader();
  }
}
