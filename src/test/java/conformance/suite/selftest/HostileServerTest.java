package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.fixture.HostileServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hostile server sends ends in a deviation that names the bound, in a heap of 256 MB. */
@Tag("slow")
class HostileServerTest {
  private static final long MAX_BODY = 60_000_000;
  private static final Map<String, String> BROKEN = new HashMap<>();

  @BeforeAll
  static void judgeThemAll() throws Exception {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HostileServer.class.getName(),
                    "" + MAX_BODY,
                    "120"))
            .redirectErrorStream(true)
            .start();
    var console = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(console).isZero();
    console.lines().map(line -> line.split("\\|")).forEach(it -> BROKEN.put(it[0], it[1]));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      NESTING_OF_100_000_LEVELS | bounds: The body's nesting depth \\(201\\) exceeds the maximum allowed \\(200\\), at /0/0.*
      STRING_OF_A_GIGABYTE | bounds: String value length \\(10\\d{6}\\) exceeds the maximum allowed \\(10000000\\), at /0
      NAME_OF_A_GIGABYTE | bounds: Name length \\(16777216\\) exceeds the maximum allowed \\(10000000\\), at /0
      NUMBER_OF_400_000_DIGITS | type: it is an integer
      TEN_MILLION_KEYS | bounds: one item has more than 50,000 values, and was not read further than /0/k49998
      TEN_MILLION_EQUAL_KEYS | bounds: one item has more than 50,000 values, and was not read further than /0/a
      TEN_MILLION_VALUES | bounds: one item has more than 50,000 values, and was not read further than /0/49999
      MANY_LONG_STRINGS | bounds: one item has more than 50,000,000 bytes, and was not read further than /0/\\d+
      KEYS_THAT_COLLIDE | batch_id: the property is missing; .*
      LIST_WITHOUT_END | complete: the body is longer than target.max_body, 60,000,000 bytes: it was cut off there; type: it is an integer
      SPACE_WITHOUT_END | complete: the body is longer than target.max_body, 60,000,000 bytes: it was cut off there
      GZIP_BOMB_OF_10_GB | complete: the body is longer than target.max_body, 60,000,000 bytes: it was cut off there
      HEADER_WITHOUT_END | status: the head of the response is beyond bounds: 65,536 bytes in a line, 200 fields
      HEADERS_WITHOUT_END | status: the head of the response is beyond bounds: 65,536 bytes in a line, 200 fields
      REASON_WITHOUT_END | status: the head of the response is beyond bounds: 65,536 bytes in a line, 200 fields
      CHUNK_EXTENSION_WITHOUT_END | complete: the head of a chunk of the body is beyond bounds: 65,536 bytes in a line, 200 fields
      """)
  void namesTheBound(HostileServer hostile, String expected) {
    var text = BROKEN.get(hostile.name());
    assertThat(text)
        .satisfiesAnyOf(
            it -> assertThat(it).isEqualTo(expected), it -> assertThat(it).matches(expected));
  }
}
