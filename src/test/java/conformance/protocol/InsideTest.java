package conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error shows of the server's inside, however its JSON writes it. */
class InsideTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"trace\": \"Oops\\n\\tat com.a.B.c(B.java:12)\"} | a stack trace",
        "{\"m\": \"File \\\"app.py\\\", line 3\"} | a stack trace",
        "{\"file\": \"\\/var\\/www\\/index.php\"} | a file path",
        "{\"file\": \"C:\\\\new\\\\app.dll\"} | a file path",
        "<p>C:\\new\\app.dll</p> | a file path",
        "{\"m\": \"\\u0053ELECT id FROM batch\"} | SQL",
      })
  void findsWhatIsOfTheInside(String body, String what) {
    assertThat(Inside.of(body)).map(Inside::what).contains(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\": \"Option A:\\nfirst\\nsecond\\nthird\"}",
        "{\"message\": \"class A:\\n  x\\n  y\"}",
        "{\"message\": \"Plan B:\\u0430\\u0431\\u0432\"}",
        "{\"message\": \"ends in a backslash \\",
      })
  void takesNoLineBreakForTheSeparatorOfAPath(String body) {
    assertThat(Inside.of(body)).isEmpty();
  }
}
