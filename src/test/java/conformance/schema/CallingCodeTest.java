package conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code x-calling-code} applies to international numbers; other texts meet it. */
class CallingCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+12125550100",
        "+7",
        "+49301234",
        "+35312345",
        "+3791234",
        "+3881234",
        "+9911234",
        "+8881234",
        "+9791234",
        "+",
        "",
        "210",
        "0210",
        "+210a",
        "+21/",
        "+21:",
        "tel:+210",
        " +210"
      })
  void findsNoFault(String number) throws IOException {
    assertThat(deviations(number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"+2, 2", "+21, 21", "+210, 210", "+2101234569, 210", "+0012125550100, 001"})
  void namesTheCodeThatIsNotAssigned(String number, String code) throws IOException {
    assertThat(deviations(number))
        .containsExactly(
            "x-calling-code : no country code that begins with %s is assigned".formatted(code));
  }

  private static Iterable<String> deviations(String number) throws IOException {
    var schema = SmallSchema.of("\"x-calling-code\": \"assigned\"", Map.of());
    return SmallSchema.deviations(schema, "\"" + number + "\"");
  }
}
