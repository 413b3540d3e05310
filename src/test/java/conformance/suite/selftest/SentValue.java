package conformance.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a body has at one place, to the letter.
 *
 * @param texts the text of the value; of each value, if a name stands twice
 */
record SentValue(List<String> texts) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonFactory LENIENT =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** The values at {@code pointer} in a body, which may have an error behind them. */
  static SentValue at(String body, String pointer) {
    var texts = new ArrayList<String>();
    try (var parser = LENIENT.createParser(ObjectReadContext.empty(), body)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.PROPERTY_NAME
            && !token.isStructEnd()
            && parser.streamReadContext().pathAsPointer(false).toString().equals(pointer)) {
          texts.add(text(body, parser));
        }
      }
    } catch (StreamReadException e) {
      // What came before counts.
    }
    assertThat(texts).as("what is at %s in %s", pointer, body).isNotEmpty();
    return new SentValue(texts);
  }

  private static String text(String body, JsonParser parser) {
    var start = (int) parser.currentTokenLocation().getCharOffset();
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
    } else {
      parser.getString(); // Reads a string to its end.
    }
    return body.substring(start, (int) parser.currentLocation().getCharOffset()).strip();
  }

  /** Whether the output of a command is the value, or a line for each if there are several. */
  boolean isShownBy(String output) {
    if (texts.size() == 1) {
      return shows(output, texts.get(0));
    }
    var lines = output.lines().toList();
    return lines.size() == texts.size()
        && IntStream.range(0, lines.size())
            .allMatch(i -> lines.get(i).endsWith("," + texts.get(i) + "]"));
  }

  /** Whether the difference of two reads has the value, or a part of it. */
  boolean isWithin(String difference) {
    return texts.stream()
        .map(JSON::readTree)
        .flatMap(it -> it.isContainer() ? it.valueStream() : Stream.of(it))
        .anyMatch(it -> difference.contains(it.toString()));
  }

  private static boolean shows(String output, String text) {
    return switch (text.charAt(0)) {
      case '{', '[' -> JSON.readTree(output).equals(JSON.readTree(text));
      case '"' ->
          output.startsWith("\"")
              ? JSON.readTree(output).equals(JSON.readTree(text))
              : text.equals('"' + output.replaceAll("\\\\x[89A-F][0-9A-F]", "\ufffd") + '"');
      default -> output.equals(text);
    };
  }
}
