package conformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8StreamTest {
  private static final int BUFFER = 16 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 4_000, 100_000})
  void readsTheSameWhateverTheSizeOfTheBuffer(int size) throws IOException {
    var text = "a\u00e4\u4e00\ud83d\ude00".repeat(30_000);
    try (var stream = new Utf8Stream(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      assertThat(all(stream, size)).isEqualTo(text);
      assertThat(stream.hasMalformed()).isFalse();
    }
  }

  @Test
  void readsIntoTheMiddleOfABuffer() throws IOException {
    var buffer = "------------".getBytes(UTF_8);
    try (var stream = new Utf8Stream(new ByteArrayInputStream(new byte[] {'a', -1, 'b'}))) {
      assertThat(stream.read(buffer, 4, 2)).isEqualTo(2);
      assertThat(stream.read(buffer, 6, 4)).isEqualTo(3);
      assertThat(stream.read(buffer, 9, 2)).isEqualTo(-1);
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(stream.pollBefore(2)).isEqualTo(new Utf8Stream.Malformed(1, "FF"));
    }
    assertThat(new String(buffer, UTF_8)).isEqualTo("----a\ufffdb---");
  }

  @Test
  void readsByteByByte() throws IOException {
    try (var stream = new Utf8Stream(new ByteArrayInputStream(new byte[] {0, 'a', -1}))) {
      for (var expected : new int[] {0, 'a', 0xEF, 0xBF, 0xBD, -1, -1}) {
        assertThat(stream.read()).isEqualTo(expected);
      }
      assertThat(stream.bytes()).isEqualTo(5);
    }
  }

  /** Bytes, and the malformed sequences in them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "FF, FF",
    "C3, C3",
    "80, 80",
    "E282, E2 82",
    "F09F98, F0 9F 98",
    "F09F, F0 9F",
    "C0AF, C0/AF",
    "EDA080, ED A0 80",
    "F5808080, F5/80/80/80",
    "E28261, E2 82",
    "C3C3A4, C3"
  })
  void tellsAMalformedSequenceAtEveryPlaceAroundTheBorderOfItsBuffer(String hex, String told)
      throws IOException {
    var sequence = HexFormat.of().parseHex(hex);
    for (var before = BUFFER - 5; before <= BUFFER + 1; before++) {
      var bytes = new byte[before + sequence.length + 3];
      Arrays.fill(bytes, (byte) 'x');
      System.arraycopy(sequence, 0, bytes, before, sequence.length);
      assertThat(malformed(bytes)).as("behind %d bytes", before).isEqualTo(at(before, told));
      var cut = Arrays.copyOf(bytes, before + sequence.length);
      assertThat(malformed(cut)).as("at the end, %d", before).isEqualTo(at(before, told));
    }
  }

  @Test
  void tellsAMalformedSequenceOnceAndInOrder() throws IOException {
    try (var stream = new Utf8Stream(new ByteArrayInputStream(new byte[] {-1, 'a', -2, 'b'}))) {
      assertThat(all(stream, 100)).isEqualTo("\ufffda\ufffdb");
      assertThat(stream.pollBefore(0)).isNull();
      assertThat(stream.pollBefore(2)).isEqualTo(new Utf8Stream.Malformed(0, "FF"));
      assertThat(stream.pollBefore(2)).isNull();
      assertThat(stream.pollBefore(3)).isNull();
      assertThat(stream.pollBefore(5)).isEqualTo(new Utf8Stream.Malformed(4, "FE"));
      assertThat(stream.hasMalformed()).isFalse();
    }
  }

  @Test
  void keepsABoundedNumberOfMalformedSequences() throws IOException {
    var bytes = new byte[1_000_000];
    Arrays.fill(bytes, (byte) 0xFF);
    assertThat(malformed(bytes)).hasSize(2 * BUFFER);
  }

  @Test
  void passesOnThatTheStreamBreaksOff() throws IOException {
    var broken = new IOException("connection reset");
    var breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw broken;
          }
        };
    try (var stream = new Utf8Stream(breaking)) {
      assertThatThrownBy(() -> all(stream, 100)).isSameAs(broken);
    }
  }

  private static List<Utf8Stream.Malformed> malformed(byte[] bytes) throws IOException {
    var found = new ArrayList<Utf8Stream.Malformed>();
    try (var stream = new Utf8Stream(new ByteArrayInputStream(bytes))) {
      all(stream, 4_000);
      while (stream.hasMalformed()) {
        found.add(stream.pollBefore(Long.MAX_VALUE));
      }
    }
    return found;
  }

  private static List<Utf8Stream.Malformed> at(int place, String told) {
    var sequences = told.split("/");
    var expected = new ArrayList<Utf8Stream.Malformed>();
    for (var i = 0; i < sequences.length; i++) {
      expected.add(new Utf8Stream.Malformed(place + 3 * i, sequences[i]));
    }
    return expected;
  }

  private static String all(Utf8Stream stream, int size) throws IOException {
    var text = new ByteArrayOutputStream();
    var buffer = new byte[size];
    for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
      text.write(buffer, 0, count);
    }
    return text.toString(UTF_8);
  }
}
