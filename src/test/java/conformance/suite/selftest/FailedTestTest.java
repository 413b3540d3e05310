package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.suite.FailedTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FailedTestTest {
  private static final UnaryOperator<String> REDACTION = it -> it.replace("s3cret", "[token]");

  @Test
  void masksTheTokenInWhatWasThrownAndInItsCauses() {
    var cause = new IllegalArgumentException("s3cret of the cause");
    var failed = FailedTest.of(new IllegalStateException("a s3cret", cause), REDACTION);
    assertThat(failed).hasMessage("java.lang.IllegalStateException: a [token]");
    assertThat(trace(failed))
        .startsWith("FailedTest: java.lang.IllegalStateException: a [token]\n\tat conformance.")
        .contains("Caused by: FailedTest: java.lang.IllegalArgumentException: [token] of the cause")
        .doesNotContain("s3cret", "\tat java.", "\tat org.junit");
  }

  @Test
  void keepsTheWordsOfAnAssertion() {
    assertThat(FailedTest.of(new AssertionError("1\n\texpected"), REDACTION))
        .hasMessage("1\n\texpected");
    assertThat(FailedTest.of(new AssertionError(), REDACTION))
        .hasMessage("java.lang.AssertionError");
  }

  @Test
  void showsControlCharactersAndNoEndlessBody() {
    assertThat(FailedTest.of(new AssertionError("\u001b[31m"), REDACTION))
        .hasMessage("\\u001B[31m");
    assertThat(FailedTest.of(new AssertionError("x".repeat(20_000)), REDACTION).getMessage())
        .hasSizeLessThan(17_000)
        .endsWith("x... (20,000 characters)");
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
