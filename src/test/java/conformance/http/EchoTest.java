package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The locations in a response that repeat the token. */
class EchoTest {
  private static final String OK = "HTTP/1.1 200 OK~";

  /** Responses with a tilde for each line end and a star for the token. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK~~[]                            | nowhere",
        "HTTP/1.1 200 OK~~[\"*\"]                       | the body",
        "HTTP/1.1 404 no *~~[]                          | status",
        "HTTP/1.1 200 OK~X-A: *~X-B: b~x-a: *~~[]       | header:X-A, header:x-a",
        "HTTP/1.1 200 OK~X-A: *~X-A: *~~*               | header:X-A, the body",
        "HTTP/1.1 200 OK~X-*: a~~[]                     | header:X-[token]",
        "HTTP/1.1 200 *~X-A: *~~*                       | status, header:X-A, the body",
        "HTTP/1.1 * OK~~[]                             | the body",
        "HTTP/1.1 200 OK~Content-Length: 9~~[1          | nowhere",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~*~ | the body",
      })
  void isFoundInEveryPlace(String answer, String places) throws IOException {
    assertThat(echoes(answer)).isEqualTo(places);
  }

  /** As in an HTML error page, which is not read as JSON. */
  @ParameterizedTest
  @ValueSource(ints = {20_000, 900_000})
  void isFoundBehindWhatNobodyReads(int blanks) throws IOException {
    var page = "HTTP/1.1 404 No~~<p>" + " ".repeat(blanks) + "*";
    try (var server = new WireServer(WireServer.text(wire(page)))) {
      var exchange = TestSender.get(server.url(), (head, body) -> {});
      assertThat(exchange.echoes()).containsExactly("");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 200_000})
  void isFoundHoweverFarBehindInTheBody(int blanks) throws IOException {
    var far = " ".repeat(blanks);
    assertThat(echoes(OK + "~[" + far + "\"*\"" + far + "]")).isEqualTo("the body");
    assertThat(echoes(OK + "~[" + far + "\"-\"" + far + "]")).isEqualTo("nowhere");
  }

  private static String wire(String answer) {
    return answer.replace("~", "\n").replace("*", TestSender.SECRET);
  }

  private static String echoes(String answer) throws IOException {
    try (var server = new WireServer(WireServer.text(wire(answer)))) {
      var echoes = TestSender.get(server.url(), TestSender.LONG).echoes();
      return echoes.isEmpty()
          ? "nowhere"
          : String.join(", ", echoes).replaceFirst("(^|, )$", "$1the body");
    }
  }
}
