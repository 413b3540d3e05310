package conformance.json;

import conformance.json.Flaw.Kind;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/** Says in words what is wrong with a JSON text. */
final class Flaws {
  /** What the parser adds for programmers: how to make it lenient, and where its source is. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          ": [^:`]*enabl(e|ing) `.*|, use .*| \\(start marker at .*| \\(code \\d+[^)]*\\)| \\(for .*\\[Source.*"
              + "| \\(not recognized as one .*| \\(or 'NaN'[^)]*\\)|\\[Source.*");

  private Flaws() {}

  static Flaw empty(int bytes) {
    return syntax(
        bytes == 0 ? "an empty body" : "a body of white space only",
        "there is no JSON value in the body");
  }

  static Flaw second(String position) {
    return syntax(
        "a second JSON value",
        "%s: a second JSON value starts after the end of the first".formatted(position));
  }

  /** What is no JSON value, after the end of one. */
  static Flaw behind(String position) {
    return syntax(
        "something behind the JSON value",
        "%s: it stands after the end of the JSON value".formatted(position));
  }

  static Flaw duplicate(String location, String name, JsonNode first, JsonNode second) {
    return new Flaw(
        Kind.DUPLICATE_NAME,
        location,
        Shown.value(first) + " and " + Shown.value(second),
        "the name %s stands twice in the same object".formatted(Shown.text(name)));
  }

  static Flaw malformed(String location, String bytes) {
    return new Flaw(
        Kind.ENCODING,
        location,
        bytes,
        "the bytes %s are not UTF-8 (the value is read with U+FFFD in their place)"
            .formatted(bytes));
  }

  static Flaw outsized(String location, String number) {
    return new Flaw(
        Kind.BOUNDS,
        location,
        Shown.cut(number),
        "the number has more than %,d digits when written out".formatted(JsonReader.MAX_NUMBER));
  }

  /** More values, or more bytes, than an item may have, at {@code location}. */
  static Flaw tooLarge(String location, int bound, String unit) {
    return new Flaw(
        Kind.BOUNDS,
        "",
        "more than that",
        "one item has more than %,d %s, and was not read further than %s"
            .formatted(bound, unit, Shown.cut(Shown.visible(location))));
  }

  static Flaw notANumber(String location, String position, String name) {
    return new Flaw(
        Kind.SYNTAX, location, name, "%s: %s is not a JSON number".formatted(position, name));
  }

  /** The flaw that ended the reading at {@code location}. */
  static Flaw of(JacksonException e, String location, Positions positions, byte[] head) {
    var said = e.getOriginalMessage();
    var within = location.isEmpty() ? "" : ", at " + Shown.cut(Shown.visible(location));
    if (e instanceof StreamConstraintsException) {
      return new Flaw(Kind.BOUNDS, "", "more than that", bound(said) + within);
    }
    var place = "%s%s: ".formatted(positions.of(e.getLocation()), within);
    if (e instanceof UnexpectedEndOfInputException) {
      return syntax("an unfinished value", place + "the body ends within a value");
    }
    var start = new String(head, StandardCharsets.UTF_8);
    if (start.stripLeading().startsWith("<")) {
      return syntax(Shown.text(start), "the body is markup (HTML or XML), not JSON");
    }
    var words = FOR_PROGRAMMERS.matcher(said.lines().findFirst().orElse("")).replaceAll("");
    var quoting = positions.quoting(e.getLocation(), words);
    return syntax("not JSON", place + Shown.cut(Shown.visible(quoting)));
  }

  private static Flaw syntax(String actual, String reason) {
    return new Flaw(Kind.SYNTAX, "", actual, reason);
  }

  private static String bound(String said) {
    return said.replaceFirst(", from .*", ")").replaceFirst("^Document", "The body's");
  }
}
