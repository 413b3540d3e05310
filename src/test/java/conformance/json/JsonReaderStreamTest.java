package conformance.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderStreamTest {
  private static final IOException BROKEN = new IOException("connection reset");
  private static final String ITEM = "{\"name\":\"%s\"}".formatted("x".repeat(200));

  @Test
  void givesOutAnItemBeforeTheRestOfTheStreamHasBeenRead() throws Exception {
    var jsonErrors = new ArrayList<JsonError>();
    try (var reader = new JsonReader(breakingOff("[", ITEM, ",", ITEM, ","), jsonErrors::add)) {
      assertThat(reader.atArray()).isTrue();
      for (var i = 0; i < 2; i++) {
        assertThat(reader.nextItem()).isTrue();
        assertThat(reader.value()).hasToString(ITEM);
      }
      assertThatThrownBy(reader::nextItem).isSameAs(BROKEN);
    }
    assertThat(jsonErrors).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[1,2", "{\"a", "{\"a\":", "\"x", "[1] ", "tru", "1"})
  void passesOnTheExceptionOfAStreamThatBreaksOff(String beginning) {
    for (var padding : List.of("", " ".repeat(500), " ".repeat(70_000))) {
      assertThatThrownBy(() -> Reading.of(breakingOff(padding + beginning)))
          .as("%s behind %d spaces", beginning, padding.length())
          .isSameAs(BROKEN);
    }
  }

  @Test
  void readsPairsAcrossTheBordersOfEveryBuffer() throws IOException {
    for (var shift = 0; shift < 4; shift++) {
      var text = "x".repeat(shift) + "\ud83d\ude00".repeat(40_000);
      var reading = Reading.of(oneByteAtATime("[\"" + text + "\"]"));
      assertThat(reading.jsonErrors()).as("shifted by %d", shift).isEmpty();
      assertThat(reading.value().orElseThrow().get(0).asString()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 16 * 1024, 64 * 1024})
  void tellsMalformedBytesInTheirOwnItemAroundTheBorderOfABuffer(int border) throws IOException {
    for (var place = border - 12; place < border + 6; place++) {
      var bytes = ("[\"" + "x".repeat(place - 6) + "\",\"\u00fc\",\"y\"]").getBytes(UTF_8);
      bytes[place - 6 + 5] = (byte) 0xFF;
      bytes[place - 6 + 6] = 'z';
      var reading = Reading.of(bytes);
      assertThat(reading.places()).as("byte %d", place - 1).containsExactly("ENCODING /1");
      assertThat(reading.jsonErrors().get(0).actual()).isEqualTo("FF");
      assertThat(reading.value().orElseThrow().get(1).asString()).isEqualTo("\ufffdz");
    }
  }

  @Test
  void tellsEachOfManyMalformedItems() throws IOException {
    var text = "[" + "\"\u00ff\",".repeat(2_999) + "\"\u00ff\"]";
    var reading = Reading.of(text.getBytes(ISO_8859_1));
    assertThat(reading.jsonErrors()).hasSize(3_000);
    assertThat(reading.places()).first().isEqualTo("ENCODING /0");
    assertThat(reading.places()).last().isEqualTo("ENCODING /2999");
  }

  @Test
  void countsWhatItReads() throws Exception {
    var text = "[{\"a\":\"x\",\"b\":{}},\"y\",1]";
    var jsonErrors = new ArrayList<JsonError>();
    try (var reader =
        new JsonReader(new ByteArrayInputStream(text.getBytes(UTF_8)), jsonErrors::add)) {
      reader.value();
      assertThat(reader.objects()).isEqualTo(2);
      assertThat(reader.strings()).isEqualTo(4);
    }
  }

  @Test
  void tellsAListFromAnotherValueAndItsItemsFromItsEnd() throws Exception {
    try (var reader = new JsonReader(oneByteAtATime("[1]"), jsonError -> {})) {
      assertThat(reader.atArray()).isTrue();
      assertThat(reader.nextItem()).isTrue();
      assertThat(reader.value().asInt()).isEqualTo(1);
      assertThat(reader.nextItem()).isFalse();
    }
    try (var reader = new JsonReader(oneByteAtATime("{}"), jsonError -> {})) {
      assertThat(reader.atArray()).isFalse();
    }
  }

  @Test
  void closesTheStream() throws Exception {
    var closed = new AtomicBoolean();
    var stream =
        new ByteArrayInputStream("[1]".getBytes(UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    new JsonReader(stream, jsonError -> {}).close();
    assertThat(closed).isTrue();
  }

  private static InputStream breakingOff(String... pieces) {
    var streams = new ArrayList<InputStream>();
    Arrays.stream(pieces)
        .map(it -> new ByteArrayInputStream(it.getBytes(UTF_8)))
        .forEach(streams::add);
    streams.add(
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw BROKEN;
          }
        });
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private static InputStream oneByteAtATime(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      @Override
      public synchronized int read(byte[] buffer, int start, int length) {
        return super.read(buffer, start, Math.min(1, length));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }
}
