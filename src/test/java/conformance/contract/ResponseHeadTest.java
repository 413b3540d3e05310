package conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import conformance.contract.ResponseHead.Header;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

  @Test
  void knowsAFieldByItsNameInAnyCase() {
    var head =
        new ResponseHead(
            200, List.of(new Header("Via", "a"), new Header("X", "-"), new Header("via", "b")));
    assertThat(head.values("VIA")).containsExactly("a", "b");
    assertThat(head.values("Vi")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"429, true", "503, true", "200, false", "428, false", "502, false", "504, false"})
  void knowsATargetThatAsksToBeLeftInPeace(int status, boolean busy) {
    assertThat(new ResponseHead(status, List.of()).busy()).isEqualTo(busy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "x-gzip", " GZip ", "identity", "identity, gzip", ", gzip ,"})
  void readsTheCodingsThatWereAskedFor(String coding) {
    assertThat(with("Content-Encoding", coding).decodable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, br", "br, gzip", "gzip;q=1"})
  void readsNoOtherCoding(String coding) {
    assertThat(with("Content-Encoding", coding).decodable()).isFalse();
    assertThat(with("Content-Encoding", coding.split(",")).decodable()).isFalse();
  }

  @Test
  void isReadableWithoutCoding() {
    assertThat(new ResponseHead(200, List.of()).decodable()).isTrue();
  }

  private static ResponseHead with(String name, String... values) {
    return new ResponseHead(200, Stream.of(values).map(it -> new Header(name, it)).toList());
  }
}
