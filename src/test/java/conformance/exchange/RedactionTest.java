package conformance.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  /** Of the kinds in use, and one with every character that some notation escapes. */
  private static final List<String> TOKENS =
      List.of(
          "bn-8f3a5c7e91d24b06a1c3e5f7092b4d6e",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.b3V3_-Kq8yX0dQeZ1cVtRw",
          "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "Zq7+canary/T0ken~9f3e==",
          "p\"q<r&s'%t\\u/v=w+x~y1");

  static Stream<Arguments> spelt() {
    return TOKENS.stream()
        .flatMap(token -> Stream.of(Spelling.values()).map(how -> arguments(token, how)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("spelt")
  void masksTheTokenHoweverItIsSpelt(String token, Spelling how) {
    var redaction = redaction(token);
    var text = "before %s after".formatted(how.of(token));
    var masked = redaction.apply(text);
    assertThat(redaction.finds(text)).isTrue();
    assertThat(masked).startsWith("before ").endsWith(" after").contains(Redaction.MASK);
    assertThat(masked).hasSizeLessThan(40).doesNotContainIgnoringCase(token.substring(0, 6));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("spelt")
  void masksWhatACutLeavesOfTheBeginning(String token, Spelling how) {
    var redaction = redaction(token);
    var spelt = how.of(token);
    // Fewer than four characters say nothing; in base64 others may stand before them.
    var first = how.of(token.substring(0, 5)).length() + (how.name().startsWith("BASE64") ? 6 : 0);
    for (var length = first; length < spelt.length() - 3; length += 1 + spelt.length() / 50) {
      var part = spelt.substring(0, length);
      assertThat(redaction.apply("a value " + part)).doesNotContain(part);
      assertThat(redaction.apply("\"" + part + "... (900 characters)")).doesNotContain(part);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("spelt")
  void masksTheTokenThatWasSentCutShort(String token, Spelling how) {
    var cut = token.substring(0, token.length() - 1);
    var masked = redaction(token).apply("before %s after".formatted(how.of(cut)));
    assertThat(masked).startsWith("before ").endsWith(" after").contains(Redaction.MASK);
    assertThat(masked).hasSizeLessThan(40).doesNotContainIgnoringCase(token.substring(0, 6));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void masksWhatIsQuotedOfTheEnd(String token) {
    for (var end = token.length() - 4; end >= token.length() - 8; end--) {
      var tail = token.substring(end).replace("\\", "\\\\").replace("\"", "\\\"");
      assertThat(redaction(token).apply("it ends in \"%s\"".formatted(tail)))
          .isEqualTo("it ends in \"%s\"", Redaction.MASK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing... (400 characters)",
        "bn-",
        "\\u0062",
        "%62 &#98; \\",
        "[{\"batch_id\": \"3c90c3cc0d444b5088888dd257360003\"}]"
      })
  void leavesOtherTextsAsTheyAre(String text) {
    TOKENS.forEach(
        token -> {
          assertThat(redaction(token).apply(text)).isEqualTo(text);
          assertThat(redaction(token).finds(text)).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "ab", "secret7"})
  void masksAShortTokenButCallsItNoEcho(String token) {
    assertThat(redaction(token).apply("a: " + token + "!")).contains(Redaction.MASK);
    assertThat(redaction(token).finds(token)).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("spelt")
  void findsTheTokenAnywhereInAStream(String token, Spelling how) {
    var spelt = how.of(token).getBytes(UTF_8);
    var stream = filler(5 + spelt.length + 50);
    System.arraycopy(spelt, 0, stream, 5, spelt.length);
    assertThat(search(token, stream, 100)).isTrue();
    stream[5 + spelt.length / 2] ^= 0x15;
    assertThat(search(token, stream, 1_000)).as("one character off").isFalse();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void findsTheTokenWhereTwoBuffersMeet(String token) {
    var at = 128 * 1024 - 20;
    var stream = filler(at + 100);
    System.arraycopy(token.getBytes(UTF_8), 0, stream, at, token.length());
    assertThat(search(token, stream, 8_000)).isTrue();
    stream[at + token.length() / 2] ^= 0x15;
    assertThat(search(token, stream, 70_001)).as("one character off").isFalse();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void findsNoTokenWhereThereIsNone(String token) {
    assertThat(search(token, filler(1_000_000), 65_536)).isFalse();
    assertThat(search(token, token.substring(1).getBytes(UTF_8), 3)).isFalse();
    assertThat(search(token, new byte[0], 3)).isFalse();
  }

  @Test
  void masksATokenOfSeveralKilobytes() {
    var token = "eyJhbGciOiJSUzI1NiJ9.".repeat(200);
    var redaction = redaction(token);
    assertThat(redaction.apply("before " + token + " after"))
        .isEqualTo("before %s after", Redaction.MASK);
    assertThat(redaction.finds("{\"token\": \"" + token + "\"}")).isTrue();
  }

  static List<String> tokens() {
    return TOKENS;
  }

  private static byte[] filler(int length) {
    var text = "{\"batch_id\": \"3c90c3cc0d444b5088888dd25736052a\", \"status\": \"executed\"}, ";
    var both = text.toUpperCase(Locale.ROOT) + text;
    return both.repeat(1 + length / both.length()).substring(0, length).getBytes(UTF_8);
  }

  private static boolean search(String token, byte[] stream, int chunk) {
    var search = new TokenSearch(Token.of(token), redaction(token));
    for (var start = 0; start < stream.length; start += chunk) {
      search.pass(stream, start, Math.min(chunk, stream.length - start));
    }
    return search.found();
  }

  private static Redaction redaction(String token) {
    return new Redaction(Token.of(token));
  }
}
