package conformance.json;

import conformance.contract.Excerpt;
import conformance.json.JsonError.Kind;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/** Words the errors of JSON texts. */
final class JsonErrors {
  /** What Jackson adds to its messages: how to make it lenient, and its source references. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          ": [^:`]*enabl(e|ing) `.*|, use .*| \\(start marker at .*| \\(code \\d+[^)]*\\)| \\(for .*\\[Source.*"
              + "| \\(not recognized as one .*| \\(or 'NaN'[^)]*\\)|\\[Source.*");

  private JsonErrors() {}

  static JsonError empty(int bytes) {
    return syntax(
        bytes == 0 ? "an empty body" : "a body of white space only",
        "there is no JSON value in the body");
  }

  static JsonError secondValue(String position) {
    return syntax(
        "a second JSON value",
        "%s: a second JSON value starts after the end of the first".formatted(position));
  }

  static JsonError trailing(String position) {
    return syntax(
        "something behind the JSON value",
        "%s: it stands after the end of the JSON value".formatted(position));
  }

  static JsonError duplicate(String location, String name, JsonNode first, JsonNode second) {
    return new JsonError(
        Kind.DUPLICATE_NAME,
        location,
        Excerpt.value(first) + " and " + Excerpt.value(second),
        "the name %s stands twice in the same object".formatted(Excerpt.text(name)));
  }

  static JsonError malformed(String location, String bytes) {
    return new JsonError(
        Kind.ENCODING,
        location,
        bytes,
        "the bytes %s are not UTF-8 (the value is read with U+FFFD in their place)"
            .formatted(bytes));
  }

  static JsonError surrogate(String location, String text, char surrogate) {
    return new JsonError(
        Kind.SURROGATES,
        location,
        Excerpt.text(text),
        "\\u%04X stands for no character without the other half of its surrogate pair"
            .formatted((int) surrogate));
  }

  static JsonError oversizedNumber(String location, String number) {
    return new JsonError(
        Kind.NUMBER_RANGE,
        location,
        Excerpt.cut(number),
        "the number has more than %,d digits when written out".formatted(JsonReader.MAX_NUMBER));
  }

  /** An item has too many values or bytes; the limit is exceeded at {@code location}. */
  static JsonError tooLarge(String location, int limit, String unit) {
    return new JsonError(
        Kind.BOUNDS,
        "",
        "more than that",
        "one item has more than %,d %s, and was not read further than %s"
            .formatted(limit, unit, Excerpt.cut(Excerpt.visible(location))));
  }

  static JsonError notANumber(String location, String position, String name) {
    return new JsonError(
        Kind.SYNTAX, location, name, "%s: %s is not a JSON number".formatted(position, name));
  }

  /** Words the parser's exception at {@code location}. */
  static JsonError of(JacksonException e, String location, Positions positions, byte[] head) {
    var message = e.getOriginalMessage();
    var within = location.isEmpty() ? "" : ", at " + Excerpt.cut(Excerpt.visible(location));
    if (e instanceof StreamConstraintsException) {
      return new JsonError(Kind.BOUNDS, "", "more than that", limit(message) + within);
    }
    var place = "%s%s: ".formatted(positions.of(e.getLocation()), within);
    if (e instanceof UnexpectedEndOfInputException) {
      return syntax("an unfinished value", place + "the body ends within a value");
    }
    var start = new String(head, StandardCharsets.UTF_8);
    if (start.stripLeading().startsWith("<")) {
      return syntax(Excerpt.text(start), "the body is markup (HTML or XML), not JSON");
    }
    var words = FOR_PROGRAMMERS.matcher(message.lines().findFirst().orElse("")).replaceAll("");
    var quoting = positions.quoting(e.getLocation(), words);
    return syntax("not JSON", place + Excerpt.cut(Excerpt.visible(quoting)));
  }

  private static JsonError syntax(String actual, String reason) {
    return new JsonError(Kind.SYNTAX, "", actual, reason);
  }

  private static String limit(String message) {
    return message.replaceFirst(", from .*", ")").replaceFirst("^Document", "The body's");
  }
}
