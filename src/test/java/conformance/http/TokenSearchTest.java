package conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token is found anywhere in a stream. */
class TokenSearchTest {

  @ParameterizedTest
  @MethodSource("conformance.http.RedactionTest#tokens")
  void findsTheTokenAnywhereInAStream(String token) {
    var secrets = Secrets.of(Token.of(token));
    assertThat(Spelling.values())
        .allSatisfy(
            how -> {
              var spelt = how.of(token).getBytes(UTF_8);
              var stream = filler(5 + spelt.length + 50);
              System.arraycopy(spelt, 0, stream, 5, spelt.length);
              assertThat(search(secrets, stream, 100)).isTrue();
              stream[5 + spelt.length / 2] ^= 0x15;
              assertThat(search(secrets, stream, 1_000)).as("one character off").isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("conformance.http.RedactionTest#tokens")
  void findsTheTokenWhereTwoBuffersMeet(String token) {
    var at = 128 * 1024 - 20;
    var stream = filler(at + 100);
    System.arraycopy(token.getBytes(UTF_8), 0, stream, at, token.length());
    assertThat(search(token, stream, 8_000)).isTrue();
    stream[at + token.length() / 2] ^= 0x15;
    assertThat(search(token, stream, 70_001)).as("one character off").isFalse();
  }

  @ParameterizedTest
  @MethodSource("conformance.http.RedactionTest#tokens")
  void findsNoTokenWhereThereIsNone(String token) {
    assertThat(search(token, filler(1_000_000), 65_536)).isFalse();
    assertThat(search(token, token.substring(1).getBytes(UTF_8), 3)).isFalse();
    assertThat(search(token, new byte[0], 3)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("conformance.http.RedactionTest#tokens")
  void findsTheTokenAtTheBeginningWhateverFollows(String token) {
    for (var following : new int[] {0, 1, 400_000}) {
      var stream = filler(token.length() + following);
      System.arraycopy(token.getBytes(UTF_8), 0, stream, 0, token.length());
      assertThat(search(token, stream, 50_000)).as("%d bytes follow", following).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-+-+-+-+-a", "+-+-+-+-+-", "-_-_-_-_ab"})
  void findsATokenThatHasHardlyALetter(String token) {
    assertThat(search(token, ("{" + token + "}").getBytes(UTF_8), 4)).isTrue();
    assertThat(search(token, filler(1_000), 100)).isFalse();
  }

  @Test
  void findsNoTokenThatMayStandThereByChance() {
    assertThat(search("ab", "{ab}".getBytes(UTF_8), 4)).isFalse();
  }

  private static byte[] filler(int length) {
    var text = "{\"batch_id\": \"3c90c3cc0d444b5088888dd25736052a\", \"status\": \"executed\"}, ";
    var both = text.toUpperCase(Locale.ROOT) + text;
    return both.repeat(1 + length / both.length()).substring(0, length).getBytes(UTF_8);
  }

  private static boolean search(String token, byte[] stream, int chunk) {
    return search(Secrets.of(Token.of(token)), stream, chunk);
  }

  private static boolean search(Secrets secrets, byte[] stream, int chunk) {
    var search = new TokenSearch(secrets);
    for (var start = 0; start < stream.length; start += chunk) {
      search.accept(stream, start, Math.min(chunk, stream.length - start));
    }
    return search.found();
  }
}
