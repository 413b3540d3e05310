package conformance.schema.keyword;

import conformance.contract.Excerpt;
import conformance.relation.DateTime;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Words the reason why a value does not meet an assertion. */
public final class Reasons {
  private Reasons() {}

  static String type(SchemaError error) {
    return "it is "
        + JsonTypes.of(error.value())
        + Appearance.of(error.value()).map(", "::concat).orElse("");
  }

  static String notListed(SchemaError error) {
    var text = error.value().asString("");
    var listed = error.keywordValue();
    if (text.isEmpty() || !listed.isArray()) {
      return "it is another value";
    }
    return listed
        .valueStream()
        .map(documented -> documented.asString(""))
        .filter(documented -> normalized(documented).equals(normalized(text)))
        .findFirst()
        .map(documented -> "it is written differently from " + Excerpt.text(documented))
        .orElse("it is none of the %d documented values".formatted(listed.size()));
  }

  private static String normalized(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  static String format(SchemaError error) {
    var format = error.keywordValue().asString();
    return format.equals("date-time")
        ? DateTime.of(error.value().asString()).reason().orElseThrow()
        : "it is not in the format " + format;
  }

  static String pattern(SchemaError error) {
    return PatternReason.of(error.keywordValue().asString(), error.value().asString());
  }

  static String length(SchemaError error) {
    var text = error.value().asString();
    return text.isEmpty()
        ? "it is empty"
        : "it is %d long".formatted(text.codePointCount(0, text.length()));
  }

  static String tooSmall(SchemaError error) {
    return shown(error.value()) + " is too small";
  }

  static String tooLarge(SchemaError error) {
    return shown(error.value()) + " is too large";
  }

  static String contains(SchemaError error) {
    var message = error.shownMessage();
    return message.startsWith("must contain at least 1 ") ? "no item is as one must be" : message;
  }

  static String noAlternative(SchemaError error) {
    return error.keywordValue().size() == 1
        ? "it has another shape than the documented one"
        : "it is as none of the alternatives describes";
  }

  private static String shown(JsonNode value) {
    return Excerpt.value(value);
  }
}
