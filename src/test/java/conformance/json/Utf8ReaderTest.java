package conformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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

class Utf8ReaderTest {
  private static final int BUFFER = 64 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 4_000, 100_000})
  void readsTheSameWhateverTheSizeOfTheBuffer(int size) throws IOException {
    var text = "a\u00e4\u4e00\ud83d\ude00".repeat(30_000);
    try (var reader = new Utf8Reader(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      assertThat(all(reader, size)).isEqualTo(text);
      assertThat(reader.hasMalformed()).isFalse();
    }
  }

  @Test
  void readsIntoTheMiddleOfABuffer() throws IOException {
    var buffer = "----------".toCharArray();
    try (var reader = new Utf8Reader(new ByteArrayInputStream(new byte[] {'a', -1, 'b'}))) {
      var first = reader.read(buffer, 4, 3);
      assertThat(reader.read(buffer, 4 + first, 3)).isEqualTo(3 - first);
      assertThat(reader.read(buffer, 8, 2)).isEqualTo(-1);
      assertThat(reader.pollBefore(2)).isEqualTo(new Utf8Reader.Malformed(1, "FF"));
    }
    assertThat(new String(buffer)).isEqualTo("----a\ufffdb---");
  }

  /** Bytes, and those of their sequences that are malformed. */
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
    try (var reader = new Utf8Reader(new ByteArrayInputStream(new byte[] {-1, 'a', -2, 'b'}))) {
      assertThat(all(reader, 100)).isEqualTo("\ufffda\ufffdb");
      assertThat(reader.pollBefore(0)).isNull();
      assertThat(reader.pollBefore(2)).isEqualTo(new Utf8Reader.Malformed(0, "FF"));
      assertThat(reader.pollBefore(2)).isNull();
      assertThat(reader.pollBefore(3)).isEqualTo(new Utf8Reader.Malformed(2, "FE"));
      assertThat(reader.hasMalformed()).isFalse();
    }
  }

  @Test
  void keepsABoundedNumberOfMalformedSequences() throws IOException {
    var bytes = new byte[1_000_000];
    Arrays.fill(bytes, (byte) 0xFF);
    assertThat(malformed(bytes)).hasSize(1_000);
  }

  @Test
  void passesOnThatTheStreamBreaksOff() throws IOException {
    var broken = new IOException("connection reset");
    var stream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw broken;
          }
        };
    try (var reader = new Utf8Reader(stream)) {
      assertThatThrownBy(() -> all(reader, 100)).isSameAs(broken);
    }
  }

  private static List<Utf8Reader.Malformed> malformed(byte[] bytes) throws IOException {
    var found = new ArrayList<Utf8Reader.Malformed>();
    try (var reader = new Utf8Reader(new ByteArrayInputStream(bytes))) {
      all(reader, 4_000);
      while (reader.hasMalformed()) {
        found.add(reader.pollBefore(Long.MAX_VALUE));
      }
    }
    return found;
  }

  private static List<Utf8Reader.Malformed> at(int place, String told) {
    var sequences = told.split("/");
    var expected = new ArrayList<Utf8Reader.Malformed>();
    for (var i = 0; i < sequences.length; i++) {
      expected.add(new Utf8Reader.Malformed(place + i, sequences[i]));
    }
    return expected;
  }

  private static String all(Utf8Reader reader, int size) throws IOException {
    var text = new StringBuilder();
    var buffer = new char[size];
    for (var count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
      text.append(buffer, 0, count);
    }
    return text.toString();
  }
}
