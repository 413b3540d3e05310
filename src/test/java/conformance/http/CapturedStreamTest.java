package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapturedStreamTest {

  @Test
  void countsWhatPassesAndKeepsTheBeginning() throws IOException {
    var body = "x".repeat(CapturedStream.KEPT - 1) + "yz";
    var capture = new CapturedStream(stream(body));
    assertThat(capture.read()).isEqualTo('x');
    assertThat(capture.count()).isEqualTo(1);
    assertThat(capture.readAllBytes()).hasSize(CapturedStream.KEPT);
    assertThat(capture.read()).isEqualTo(-1);
    assertThat(capture.count()).isEqualTo(CapturedStream.KEPT + 1);
    assertThat(capture.beginning()).hasSize(CapturedStream.KEPT).endsWith("xy");
  }

  @Test
  void readsBytesThatAreNotAscii() throws IOException {
    var capture = new CapturedStream(stream("\u00E9"));
    assertThat(capture.read()).isEqualTo(0xC3);
    assertThat(capture.read()).isEqualTo(0xA9);
    assertThat(capture.beginning()).isEqualTo("\u00E9");
  }

  @Test
  void keepsWhatIsSkipped() throws IOException {
    var capture = new CapturedStream(stream("[1, 2]"));
    assertThat(capture.skip(3)).isEqualTo(3);
    assertThat(capture.skip(Long.MAX_VALUE)).isEqualTo(3);
    assertThat(capture.beginning()).isEqualTo("[1, 2]");
    assertThat(capture.count()).isEqualTo(6);
  }

  @Test
  void canBeReadOnAfterItWasClosed() throws IOException {
    var closed =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            throw new IllegalStateException("closed");
          }
        };
    var capture = new CapturedStream(closed);
    capture.close();
    assertThat(capture.read()).isEqualTo(-1);
    assertThat(capture.markSupported()).isFalse();
  }

  @Test
  void letsNoMorePassThanTheLimit() throws IOException {
    assertThat(new CapturedStream(stream("123456"), 6, Optional.empty()).readAllBytes()).hasSize(6);
    var capture = new CapturedStream(stream("1234567"), 6, Optional.empty());
    assertThatThrownBy(capture::readAllBytes)
        .isInstanceOf(OversizedBodyException.class)
        .hasMessage("the body is longer than target.max_body, 6 bytes: it was cut off there");
    assertThat(capture.beginning()).isEqualTo("1234567");
  }

  @Test
  void showsWhatPassesToTheSearch() throws IOException {
    var search = new TokenSearch(Secrets.of(Token.of("a-secret-token")));
    var capture = new CapturedStream(stream("{a-secret-token}"), 99, Optional.of(search));
    capture.readNBytes(10);
    assertThat(search.found()).isFalse();
    capture.readAllBytes();
    assertThat(search.found()).isTrue();
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
