package conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  /** Tokens of the kinds in use, and one with every character that some notation escapes. */
  private static final List<String> TOKENS =
      List.of(
          "bn-8f3a5c7e91d24b06a1c3e5f7092b4d6e",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.b3V3_-Kq8yX0dQeZ1cVtRw",
          "3c90c3cc-0d44-4b50-8888-8dd25736052a",
          "Zq7+canary/T0ken~9f3e==",
          "p\"q<r&s'%t\\u/v=w+x~y1");

  /** Cached, since creating a redaction takes longer than using it. */
  @ParameterizedTest
  @MethodSource("tokens")
  void masksTheTokenHoweverItIsSpelt(String token) {
    var redaction = redaction(token);
    assertThat(Spelling.values())
        .allSatisfy(
            how -> {
              var text = "before %s after".formatted(how.of(token));
              assertThat(redaction.finds(text)).isTrue();
              assertThat(redaction.apply(text)).satisfies(masked(token));
            });
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void masksTheTokenThatWasSentCutShort(String token) {
    var redaction = redaction(token);
    var cut = token.substring(0, token.length() - 1);
    assertThat(Spelling.values())
        .allSatisfy(
            how ->
                assertThat(redaction.apply("before %s after".formatted(how.of(cut))))
                    .satisfies(masked(token)));
  }

  private static Consumer<String> masked(String token) {
    return text -> {
      assertThat(text).startsWith("before ").endsWith(" after").contains(Redaction.MASK);
      assertThat(text).hasSizeLessThan(40).doesNotContainIgnoringCase(token.substring(0, 6));
    };
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void masksWhatACutLeavesOfTheBeginning(String token) {
    var redaction = redaction(token);
    assertThat(Spelling.values())
        .allSatisfy(
            how ->
                assertThat(beginnings(token, how))
                    .allSatisfy(
                        part -> {
                          assertThat(redaction.apply("a value " + part)).doesNotContain(part);
                          assertThat(redaction.apply("\"" + part + "... (900 characters)"))
                              .doesNotContain(part);
                        }));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void masksFourCharactersThatACutLeavesButNotThree(String token) {
    var redaction = redaction(token);
    var four = token.substring(0, 4);
    var three = token.substring(0, 3);
    assertThat(redaction.apply("a value " + four)).isEqualTo("a value [token]");
    assertThat(redaction.apply(four + "..., and " + four + "... (9 characters)"))
        .isEqualTo("[token]..., and [token]... (9 characters)");
    assertThat(redaction.apply(token.substring(0, 20) + "..., and " + four + "... (9 characters)"))
        .isEqualTo("[token]..., and [token]... (9 characters)");
    assertThat(redaction.apply("..." + three + "... " + three))
        .isEqualTo("..." + three + "... " + three);
  }

  private static Stream<String> beginnings(String token, Spelling how) {
    var spelt = how.of(token);
    // Fragments below four characters are not masked; in base64 others may precede them.
    var first = how.of(token.substring(0, 5)).length() + (how.name().startsWith("BASE64") ? 6 : 0);
    return IntStream.iterate(
            first, it -> it < spelt.length() - 3, it -> it + 1 + spelt.length() / 50)
        .mapToObj(length -> spelt.substring(0, length));
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
  @MethodSource("tokens")
  void leavesOtherTextsAsTheyAre(String token) {
    var redaction = redaction(token);
    assertThat(
            List.of(
                "",
                "nothing... (400 characters)",
                "bn-",
                "\\u0062",
                "%62 &#98; \\",
                "[{\"batch_id\": \"3c90c3cc0d444b5088888dd257360003\"}]"))
        .allSatisfy(
            text -> {
              assertThat(redaction.apply(text)).isEqualTo(text);
              assertThat(redaction.finds(text)).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "ab", "abcd", "secret7"})
  void masksAShortTokenButCallsItNoEcho(String token) {
    assertThat(redaction(token).apply("a: " + token + "!")).contains(Redaction.MASK);
    assertThat(redaction(token).finds(token)).isFalse();
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

  private static Redaction redaction(String token) {
    return new Redaction(Secrets.of(Token.of(token)));
  }
}
