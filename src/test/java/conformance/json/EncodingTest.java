package conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String[] TEXTS = {
    "[]", "{\"a\": 1}", "7", "\"\u0100\"", "\"\u4e00\"", "\n[]"
  };

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void namesAForeignEncoding(String name) {
    for (var text : TEXTS) {
      var plain = text.getBytes(Charset.forName(name));
      var marked = ("\ufeff" + text).getBytes(Charset.forName(name));
      assertThat(Encoding.otherThanUtf8(plain)).as("%s without a mark", text).contains(name);
      assertThat(Encoding.otherThanUtf8(marked)).as("%s with a mark", text).contains(name);
      assertThat(Encoding.hasByteOrderMark(marked)).as("%s marked as UTF-8", text).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252"})
  void takesWhatBeginsLikeUtf8AsUtf8(String name) {
    for (var text : TEXTS) {
      assertThat(Encoding.otherThanUtf8(text.getBytes(Charset.forName(name)))).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "EF, false",
    "EFBB, false",
    "EFBBBF, true",
    "EFBBBF5B5D, true",
    "EFBBBE, false",
    "5BEFBBBF, false",
    "00, false",
    "FF, false"
  })
  void tellsAByteOrderMark(String hex, boolean marked) {
    var head = HexFormat.of().parseHex(hex);
    assertThat(Encoding.hasByteOrderMark(head)).isEqualTo(marked);
    assertThat(Encoding.otherThanUtf8(head)).isEmpty();
  }
}
