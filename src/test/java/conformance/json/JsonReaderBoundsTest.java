package conformance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReaderBoundsTest {
  private static final int DEPTH = JsonReader.MAX_DEPTH;

  static Stream<Arguments> atTheBound() {
    return Stream.of(
        arguments("arrays", "[".repeat(DEPTH), "]".repeat(DEPTH), "[", "]"),
        arguments("objects", "{\"a\":".repeat(DEPTH - 1) + "{", "}".repeat(DEPTH), "\"a\":{", "}"),
        arguments("string", "\"" + "x".repeat(JsonReader.MAX_STRING), "\"", "x", ""),
        arguments("name", "{\"" + "x".repeat(JsonReader.MAX_STRING), "\":1}", "x", ""),
        arguments("number", "1".repeat(JsonReader.MAX_NUMBER), "", "1", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("atTheBound")
  void readsUpToTheBoundAndNoFurther(
      String name, String start, String end, String more, String moreEnd) throws IOException {
    assertThat(Reading.of(start + end).jsonErrors()).as("at the bound").isEmpty();
    var beyond = Reading.of(start + more + moreEnd + end);
    assertThat(beyond.places()).as("beyond the bound").containsExactly("BOUNDS ");
    assertThat(beyond.value()).isEmpty();
    assertThat(beyond.jsonErrors().get(0).reason())
        .matches("\\D+ \\(\\d+\\) exceeds the maximum allowed \\(\\d+\\)(, at .*)?")
        .hasSizeLessThan(400);
  }

  /** A reader that continues beyond the limit does not return. */
  static Stream<Arguments> endless() {
    return Stream.of(
        arguments("[", "["),
        arguments("", "{\"a\":"),
        arguments("\"", "x"),
        arguments("\"", "\\u0000"),
        arguments("{\"", "x"),
        arguments("[", "1"),
        arguments("[0.", "0"),
        arguments("[1e", "1"));
  }

  @ParameterizedTest(name = "{0}{1}{1}{1}")
  @MethodSource("endless")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void stopsReadingATextWithoutEnd(String start, String unit) throws IOException {
    assertThat(Reading.of(endless(start, unit)).places()).containsExactly("BOUNDS ");
  }

  @Test
  void readsAnItemOfSoManyValuesAndNoMore() throws Exception {
    var most = "[" + "1,".repeat(JsonReader.MAX_VALUES - 2) + "1]";
    assertThat(flawsOfItems("[", List.of(most, ",", most), "]")).isEmpty();
    assertThat(flawsOfItems("[", List.of(most, ",[1,", most.substring(1)), "]"))
        .containsExactly(
            "one item has more than 50,000 values, and was not read further than /1/49999");
  }

  @Test
  void readsAnItemOfSoManyBytesAndNoMore() throws Exception {
    // Input buffering makes the count inexact.
    var part = JsonReader.MAX_ITEM / 10 + 100_000;
    var items = Collections.nCopies(12, " ".repeat(part) + "1,");
    assertThat(flawsOfItems("[", items, "1]")).isEmpty();
    assertThat(flawsOfItems("[[1,", items, "1]]"))
        .containsExactly(
            "one item has more than 50,000,000 bytes, and was not read further than /0/10");
  }

  private static List<String> flawsOfItems(String start, List<String> parts, String end)
      throws IOException {
    var jsonErrors = new ArrayList<String>();
    var body =
        new SequenceInputStream(
            Collections.enumeration(
                Stream.of(List.of(start), parts, List.of(end))
                    .flatMap(List::stream)
                    .map(it -> new ByteArrayInputStream(it.getBytes(StandardCharsets.UTF_8)))
                    .toList()));
    try (var reader = new JsonReader(body, jsonError -> jsonErrors.add(jsonError.reason()))) {
      while (reader.nextItem()) {
        reader.value();
      }
      reader.end();
    } catch (UnreadableException e) {
      assertThat(jsonErrors).as("what stopped the reader").isNotEmpty();
    }
    return jsonErrors;
  }

  @Test
  void boundsThePlaceThatIsTold() throws IOException {
    var name = "\ud83d\ude00".repeat(2_500_000);
    var jsonErrors = Reading.of("{\"%s\":NaN,\"%s\":1}".formatted(name, name)).jsonErrors();
    assertThat(jsonErrors)
        .extracting(JsonError::kind)
        .contains(JsonError.Kind.DUPLICATE_NAME, JsonError.Kind.SYNTAX);
    assertThat(jsonErrors)
        .allSatisfy(
            jsonError ->
                assertThat(List.of(jsonError.location(), jsonError.actual(), jsonError.reason()))
                    .allSatisfy(text -> assertThat(text).hasSizeLessThan(400)));
  }

  private static InputStream endless(String start, String unit) {
    var text = (start + unit.repeat(1_000)).getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private int next;

      @Override
      public int read() {
        next = next < text.length ? next : start.length();
        return text[next++];
      }
    };
  }
}
