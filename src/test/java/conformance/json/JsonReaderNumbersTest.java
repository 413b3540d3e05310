package conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1",
        "7.0",
        "7.00",
        "7.0000000000000000001",
        "9007199254740993",
        "9007199254740993.0",
        "0.1000000000000000055511151231257827",
        "1e2",
        "1E-7",
        "1e400",
        "-1e999",
        "1.7976931348623157e309",
        "4.9e-325",
        "1e10000",
        "1e-10000"
      })
  void keepsEveryDigit(String number) throws IOException {
    var reading = Reading.of("[" + number + "]");
    assertThat(reading.jsonErrors()).isEmpty();
    var value = reading.value().orElseThrow().get(0);
    assertThat(value.decimalValue()).isEqualTo(new BigDecimal(number));
    assertThat(value.isIntegralNumber()).isEqualTo(number.matches("-?[0-9]+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e10001",
        "1e-10001",
        "-1.5e400000",
        "1e2147483647",
        "1e2147483648",
        "1e-2147483648",
        "0e99999999999",
        "1e999999999999999999999999"
      })
  void doesNotReadANumberThatWouldFillTheMemory(String number) throws IOException {
    var reading = Reading.of("[" + number + ",1]");
    assertThat(reading.places()).containsExactly("NUMBER_RANGE /0");
    assertThat(reading.jsonErrors().get(0).actual()).isEqualTo(number);
    var read = reading.value().orElseThrow().get(0).decimalValue();
    assertThat(Math.abs(read.scale())).isEqualTo(JsonReader.MAX_NUMBER);
    assertThat(read.signum())
        .isEqualTo(number.startsWith("0") ? 0 : number.startsWith("-") ? -1 : 1);
    assertThat(read.scale() > 0).isEqualTo(number.contains("e-"));
  }

  @ParameterizedTest
  @CsvSource({"-0, 0", "-0.0, 0.0", "00, ", "-, ", "1.e5, ", "1e+, "})
  void readsZeroOnlyAsTheGrammarWritesIt(String number, String value) throws IOException {
    assertThat(Reading.of(number).value().map(Object::toString).orElse(null)).isEqualTo(value);
  }
}
