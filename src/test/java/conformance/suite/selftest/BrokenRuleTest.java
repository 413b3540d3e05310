package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.suite.BrokenRule;
import conformance.suite.SkippedRule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenRuleTest {

  static Stream<Throwable> errors() {
    return Stream.of(
        new BrokenRule("a line", "a line\n\nwhere  /0"),
        new SkippedRule("a line", "a line\n\nwhere  /0"));
  }

  /** Failsafe prints the message of each failure; the XML and Allure keep what the error prints. */
  @ParameterizedTest
  @MethodSource("errors")
  void isALineOnTheConsoleAndAllThereIsToTellInReports(Throwable error) {
    var printed = new StringWriter();
    error.printStackTrace(new PrintWriter(printed));
    assertThat(error).hasMessage("a line");
    assertThat(printed.toString().strip())
        .isEqualTo(error.getClass().getSimpleName() + ": a line\n\nwhere  /0");
  }
}
